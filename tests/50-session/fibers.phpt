--TEST--
SeatPush: session: push() from a fiber that was suspended in one callback and resumes in another
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$waiting = [];
$server->on('Message', function ($s, $f) use (&$waiting) {
    if ($f->data === 'wait') {
        $fiber = new Fiber(function () use ($s, $f) {
            $word = Fiber::suspend();
            $s->push($f->fd, $word);
        });
        $fiber->start();
        $waiting[] = $fiber;
    } else {
        array_shift($waiting)->resume($f->data);
    }
});
serve($server);
PHP);
$first = WsClient::connect($server->port)->send('wait');
$first->sendFrame(9, 'in')->text();
WsClient::connect($server->port)->send('for the first');
echo $first->text(), "\n";
$first->send('wait')->sendFrame(9, 'in')->text();
echo $server->stop(), $server->log('ERROR'), "\n";
?>
--EXPECT--
for the first
0
