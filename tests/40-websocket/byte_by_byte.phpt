--TEST--
SeatPush: websocket: a handshake and messages that arrive one byte at a time
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, "$f->opcode $f->data", $f->opcode));
serve($server);
PHP);
$client = new WsClient($server->port);
$slowly = function (string $bytes) use ($client) {
    foreach (str_split($bytes) as $byte) {
        $client->raw($byte);
        HttpClient::get($GLOBALS['server']->port);    // a turn of the loop
    }
};
$slowly("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
echo strtok($client->upTo("\r\n\r\n"), "\r"), "\n";
$slowly(WsClient::frame(1, 'sl', false) . WsClient::frame(9, 'ping') . WsClient::frame(0, 'øwly'));
echo $client->text(), ', ', $client->text(), "\n";
$slowly(WsClient::frame(2, str_repeat("\xfe", 126)));
echo $client->text() === '2 ' . str_repeat("\xfe", 126) ? 'binary' : 'not', "\n";
$slowly(WsClient::frame(8, pack('n', 4000) . 'bye'));
echo $client->text(), "\n";
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
pong ping, 1 sløwly
binary
close 4000
