--TEST--
SeatPush: push: an empty queue takes a message longer than its limit
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1000]);
$server->on('Message', function ($s, $f) { echo json_encode($s->push($f->fd, str_repeat('y', 8 << 20))), ' '; });
serve($server);
PHP);
$client = WsClient::connect($server->port);
for ($i = 0; $i < 2; $i++) {
    echo strlen($client->send('x')->text()), "\n";
}
$server->stop();
echo $server->stdout(), "\n";
?>
--EXPECT--
8388608
8388608
true true 
