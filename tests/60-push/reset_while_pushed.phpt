--TEST--
SeatPush: push: a peer that resets while it is pushed at is gone; Close runs once, after the callback
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1 << 30]);
$server->on('Message', function ($s, $f) {
    for ($n = 0; $n < 100000 && $s->push($f->fd, str_repeat('x', 65536)); $n++);
    echo json_encode([$n < 100000, $s->getLastError(), $s->exists($f->fd)]), "\n";
});
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
$client->bytes(100000);
$client->shut();    // with bytes unread, which is a reset
$server->until('/Close/');
$other = WsClient::connect($server->port);
echo $other->status, "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
101
[true,1001,false]
Close 1006
Close 1001
