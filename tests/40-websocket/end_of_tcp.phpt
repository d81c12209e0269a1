--TEST--
SeatPush: websocket: after both close frames the server ends the connection first; after only its own, it waits for the answer
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->disconnect($f->fd, 4000));
serve($server);
PHP);
$client = WsClient::connect($server->port)->close(1000);
echo $client->text(), ', ', $client->text(), "\n";
$client = WsClient::connect($server->port)->send('x');
echo $client->text(), ', ';
$read = [$client->stream];
$none = null;
echo stream_select($read, $none, $none, 0, 100000), ', ', $client->close(4000)->text(), "\n";
?>
--EXPECT--
close 1000, end
close 4000, 0, end
