--TEST--
SeatPush: Client: in a callback of a running server it throws, and says what to do instead; before start() it works
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$other = TestServer::start('$s = new SeatPush\Server("127.0.0.1", 0); $s->on("Message", fn ($s, $frame) => $s->push($frame->fd, "echo")); serve($s);');
$server = TestServer::start(strtr(<<<'PHP'
$s = new SeatPush\Server('127.0.0.1', 0);
$client = new SeatPush\Client('URL');
$client->send('x');
echo $client->recv()->data, "\n";
$s->on('Message', fn () => null);
$s->on('Start', function ($s) use ($client) {
    foreach ([fn () => new SeatPush\Client('URL'), fn () => $client->send('x'), fn () => $client->recv(), fn () => $client->ping(), fn () => $client->close(), function () use ($client) { foreach ($client as $x) { } }] as $call) {
        try {
            $call();
        } catch (Throwable $e) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
    }
    $s->shutdown();
});
serve($s);
$client->send('y');
echo $client->recv()->data, "\n";
PHP, ['URL' => "ws://127.0.0.1:$other->port/"]));
echo $server->wait(), "\n", $server->stdout();
?>
--EXPECT--
0
echo
SeatPush\Exception: new SeatPush\Client: a SeatPush\Client blocks, and would stop every callback of the running server. Use it in a script of its own; a server tells others through Redis (SeatPush\Registry)
SeatPush\Exception: send(): a SeatPush\Client blocks, and would stop every callback of the running server. Use it in a script of its own; a server tells others through Redis (SeatPush\Registry)
SeatPush\Exception: recv(): a SeatPush\Client blocks, and would stop every callback of the running server. Use it in a script of its own; a server tells others through Redis (SeatPush\Registry)
SeatPush\Exception: ping(): a SeatPush\Client blocks, and would stop every callback of the running server. Use it in a script of its own; a server tells others through Redis (SeatPush\Registry)
SeatPush\Exception: close(): a SeatPush\Client blocks, and would stop every callback of the running server. Use it in a script of its own; a server tells others through Redis (SeatPush\Registry)
SeatPush\Exception: foreach: a SeatPush\Client blocks, and would stop every callback of the running server. Use it in a script of its own; a server tells others through Redis (SeatPush\Registry)
echo
