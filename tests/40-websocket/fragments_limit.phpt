--TEST--
SeatPush: websocket: package_max_length applies to all fragments together; a hundred thousand small ones are fine
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 100000]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, strlen($f->data) . ' ' . md5($f->data)));
serve($server);
PHP);
$client = WsClient::connect($server->port)->raw(WsClient::frame(1, '', false) . str_repeat(WsClient::frame(0, 'x', false), 99999) . WsClient::frame(0, 'y'));
echo $client->text() === '100000 ' . md5(str_repeat('x', 99999) . 'y') ? 'whole' : 'broken', "\n";
echo $client->raw(WsClient::frame(2, str_repeat('x', 60000), false) . WsClient::frame(0, str_repeat('x', 40001), false))->text(), "\n";
?>
--EXPECT--
whole
close 1009 message is too big
