--TEST--
SeatPush: websocket: unsolicited pongs are ignored; a ping of 125 bytes and an empty one are answered
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
serve($server);
PHP);
$client = WsClient::connect($server->port)->sendFrame(10, 'unasked')->sendFrame(10, '')->send('after');
echo $client->text(), "\n", json_encode($client->sendFrame(9, '')->text()), "\n";
echo $client->sendFrame(9, str_repeat('p', 125))->text() === 'pong ' . str_repeat('p', 125) ? 'same' : 'other', "\n";
?>
--EXPECT--
after
"pong "
same
