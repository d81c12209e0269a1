--TEST--
SeatPush: websocket: Connection and Upgrade are lists of tokens in any case, in one field or several; there is one key, and only GET of HTTP/1.1 upgrades
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
$server->on('Request', fn ($q, $r) => $r->end('plain'));
serve($server);
PHP);
$key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
$answers = [];
foreach (['Upgrade', 'uPGRADE', 'keep-alive, Upgrade', 'Upgrade,keep-alive', ",\tupgrade ,", "x\r\nConnection: upgrade", '', 'keep-alive', 'Upgrades', '"Upgrade"', 'Upgrade;q=1', 'Up grade', null] as $connection) {
    $answers[WsClient::upgrade($server->port, '/', ['Connection' => $connection])->status . ' Connection'][] = json_encode($connection);
}
foreach (['websocket', 'WebSocket', 'WEBSOCKET', 'h2c, websocket', 'websocket,h2c', ', websocket,', "h2c\r\nUpgrade: websocket", "websocket\r\nUpgrade: websocket", "websocket\r\nUpgrade: h2c", '', 'h2c', 'websockets', 'websocket/13', 'web socket', '"websocket"', null] as $upgrade) {
    $answers[WsClient::upgrade($server->port, '/', ['Upgrade' => $upgrade])->status . ' Upgrade'][] = json_encode($upgrade);
}
foreach (['', 'dGhlIHNhbXBsZSBub25jZQ', 'dGhlIHNhbXBsZSBub25jZQ=', 'dGhlIHNhbXBsZSBub25jZQ===', 'dGhlIHNhbXBsZSBub25jZ===', 'dGhlIHNhbXBsZSBub25jZQ==, x', 'dGhlIHNhbXBsZSBub25j_Q==', "dGhlIHNhbXBsZSBub25jZQ==\r\n$key", '+/+/+/+/+/+/+/+/+/+/+A==', null] as $one) {
    $answers[WsClient::upgrade($server->port, '/', ['Sec-WebSocket-Key' => $one])->status . ' Key'][] = json_encode($one, JSON_UNESCAPED_SLASHES);
}
$fields = "Host: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n$key\r\n";
foreach (['POST / HTTP/1.1', 'HEAD / HTTP/1.1', 'get / HTTP/1.1', 'GET / HTTP/1.0', "GET / HTTP/1.1\r\nTransfer-Encoding: chunked", "GET / HTTP/1.1\r\nContent-Length: 5", "GET / HTTP/1.1\r\nContent-Length: 0", 'GET http://a/ HTTP/1.1', "GET / HTTP/1.1\r\nOrigin: http://a\r\nOrigin: http://b"] as $line) {
    // What follows is a body or a frame, never a request.
    $client = (new HttpClient($server->port))->raw("$line\r\n{$fields}\r\n" . (str_contains($line, 'chunked') ? "5\r\nhello\r\n0\r\n\r\n" : WsClient::frame(1, '')));
    $answers[substr($client->upTo("\r\n"), 9, 3) . ' a request'][] = json_encode($line, JSON_UNESCAPED_SLASHES);
}
ksort($answers);
foreach ($answers as $answer => $forms) {
    echo $answer, ': ', implode(' ', $forms), "\n";
}
?>
--EXPECT--
101 Connection: "Upgrade" "uPGRADE" "keep-alive, Upgrade" "Upgrade,keep-alive" ",\tupgrade ," "x\r\nConnection: upgrade"
101 Key: "+/+/+/+/+/+/+/+/+/+/+A=="
101 Upgrade: "websocket" "WebSocket" "WEBSOCKET" "h2c, websocket" "websocket,h2c" ", websocket," "h2c\r\nUpgrade: websocket" "websocket\r\nUpgrade: websocket" "websocket\r\nUpgrade: h2c"
101 a request: "GET / HTTP/1.1\r\nContent-Length: 0" "GET http://a/ HTTP/1.1"
400 Connection: "" "keep-alive" "Upgrades" "\"Upgrade\"" "Upgrade;q=1" "Up grade" null
400 Key: "" "dGhlIHNhbXBsZSBub25jZQ" "dGhlIHNhbXBsZSBub25jZQ=" "dGhlIHNhbXBsZSBub25jZQ===" "dGhlIHNhbXBsZSBub25jZ===" "dGhlIHNhbXBsZSBub25jZQ==, x" "dGhlIHNhbXBsZSBub25j_Q==" "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==" null
400 Upgrade: "" "h2c" "websockets" "websocket\/13" "web socket" "\"websocket\"" null
400 a request: "POST / HTTP/1.1" "HEAD / HTTP/1.1" "get / HTTP/1.1" "GET / HTTP/1.0" "GET / HTTP/1.1\r\nTransfer-Encoding: chunked" "GET / HTTP/1.1\r\nContent-Length: 5" "GET / HTTP/1.1\r\nOrigin: http://a\r\nOrigin: http://b"
