--TEST--
SeatPush: regress: several waits begin in the tick in which the slowest reader is given up: nobody else is
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['send_yield' => true, 'send_timeout' => -1, 'max_concurrency' => 1, 'socket_buffer_size' => 1 << 20]);
$enough = false;
$server->on('Message', function ($server, $frame) use (&$enough, &$other) {
    $fill = function () use ($server, $frame, &$enough) {
        while (!$enough && $server->push($frame->fd, str_repeat('x', 1 << 20))) {}
    };
    [$what, $times] = explode(' ', $frame->data);
    if ($what === 'fill') {
        $other = $frame->fd;
    } else {
        $enough = true;
        $fill = fn () => $server->push($other, 'more');
    }
    for ($i = 0; $i < $times; $i++) {
        SeatPush\Coroutine::create($fill);
    }
    echo "$what\n";
});
$server->on('Close', function ($server, $fd, $reactor, $code) { echo $reactor < 0 && $code === 1006 ? "given up\n" : ''; });
serve($server);
PHP);
$slow = WsClient::connect($server->port)->send('fill 3'); // of four that may wait
$server->until('/fill/');
$other = WsClient::connect($server->port)->send('fill 1');
$server->until('/fill\nfill/');
$third = WsClient::connect($server->port)->send('more 3');
for ($more = 0; $more < 3; $more += $text === 'more') {
    $text = $other->text();
    if (strlen($text) < 1 << 20 && $text !== 'more') {
        break;
    }
}
echo "$text $more\n";
$server->until('/given up/');
echo $server->stop(), "\n", $server->stdout();
?>
--EXPECT--
more 3
0
fill
fill
more
given up
