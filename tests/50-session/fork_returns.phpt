--TEST--
SeatPush: session: a child that comes back from the callback that forked it ends with status 255 and a log line; other callbacks do not run in it, whether they are due or wait
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$parent = getmypid();
$say = function (string $text) use ($parent) { echo getmypid() === $parent ? '' : 'IN A CHILD: ', "$text\n"; };
$fork = function () use ($say) {
    $child = pcntl_fork();
    if ($child > 0) {
        pcntl_waitpid($child, $status);
        $say('its status is ' . pcntl_wexitstatus($status));
    }
    return $child;
};
$server->on('Message', function ($s, $f) use ($fork, $say) {
    if ($f->data === 'wait') {
        $s->push($f->fd, 'waits');
        try {
            $s->sleep(3600000);
        } finally {
            $say('the wait is over');
        }
    }
    if ($f->data === 'fork') {
        $s->defer(fn () => $say('defer'));
        $s->after(1, fn () => $say('timer'));
        $child = $fork();
        if ($child === 0) {
            return;
        }
    }
    if ($f->data === 'throw' && $fork() === 0) {
        throw new Exception('of the child');
    }
    if ($f->data === 'join') {
        $s->subscribe($f->fd, 'all');
    }
    $say("had $f->data");
    $s->push($f->fd, "had $f->data");
});
$server->on('Request', function ($q, $r) use ($fork) {
    if ($fork() > 0) {
        $r->end('from the parent');
    }
});
$server->on('Error', function ($s, $e, $where) use ($say) { $say('Error callback'); });
$server->on('Close', function () use ($say) { $say('Close'); });
serve($server);
echo "start() returned in ", getmypid() === $parent ? 'the parent' : 'a child', "\n";
PHP);
$waits = WsClient::connect($server->port)->send('wait');
echo $waits->text(), "\n";
$client = WsClient::connect($server->port);
// Two messages in one read: the child must not have the second one.
$client->raw(WsClient::frame(1, 'fork') . WsClient::frame(1, 'second'));
echo $client->text(), ', ', $client->text(), "\n";
echo HttpClient::get($server->port)['body'], "\n";
echo $client->send('throw')->text(), "\n";
$server->until('/defer/');
$server->until('/timer/');
$client->close()->text();
$server->until('/Close/');
echo $server->stop(), "\n";
$lines = explode("\n", trim($server->stdout()));
sort($lines);
echo implode("\n", $lines), "\n";
echo preg_replace(['/process \d+/', '/uncaught.*?Exception: (.*?) in .*/'], ['process N', 'uncaught $1'], $server->log('come back|uncaught'));
?>
--EXPECT--
waits
had fork, had second
from the parent
had throw
0
Close
Close
Close
defer
had fork
had second
had throw
its status is 255
its status is 255
its status is 255
start() returned in the parent
the wait is over
timer
WARNING seatpush: process N is a child that the Message callback forked, and has come back from it: only the parent serves, so the child ends here, with status 255; let it end by exit()
WARNING seatpush: process N is a child that the Request callback forked, and has come back from it: only the parent serves, so the child ends here, with status 255; let it end by exit()
ERROR seatpush: uncaught of the child
WARNING seatpush: process N is a child that the Message callback forked, and has come back from it: only the parent serves, so the child ends here, with status 255; let it end by exit()
