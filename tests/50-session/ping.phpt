--TEST--
SeatPush: session: a silent WebSocket is pinged, and dropped when it answers no ping; one that answers stays
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['ping_interval' => 1]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, 'still here'));
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $re $code\n"; });
serve($server);
PHP);
$alive = WsClient::connect($server->port);
$dead = WsClient::connect($server->port);
while (!str_contains($server->stdout(), 'Close')) {
    if ($alive->read()['opcode'] === 9) {
        $alive->sendFrame(10, '');
    }
}
echo $alive->send('x')->text(), "\n", $server->stdout();
?>
--EXPECT--
still here
Close -1 1006
