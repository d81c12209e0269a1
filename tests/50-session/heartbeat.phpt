--TEST--
SeatPush: session: heartbeat_idle_time closes only the silent connections; heartbeat() lists them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['heartbeat_idle_time' => 3, 'ping_interval' => 0]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, json_encode(in_array($f->fd, $s->heartbeat(false)))));
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $re $code\n"; });
serve($server);
PHP);
$silent = WsClient::connect($server->port);
$lively = WsClient::connect($server->port);
do {
    $heard = $lively->send('here')->text();
    usleep(20000);
} while (!str_contains($server->stdout(), 'Close'));
echo $heard, "\n", $lively->send('still')->text(), "\n", $silent->text(), "\n", $server->stdout();
?>
--EXPECT--
false
false
end
Close -1 1006
