--TEST--
SeatPush: websocket: fields in any case and as lists are understood; what RFC 6455 §4.2.1 forbids gets 400
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$server->on('Request', fn ($q, $r) => $r->end('plain'));
serve($server);
PHP);
$usual = "Host: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
foreach ([
    'any case' => "GET / HTTP/1.1\r\n" . strtoupper("host: a\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\n") . "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
    'list' => "GET / HTTP/1.1\r\n" . str_replace('Connection: ', 'Connection: keep-alive, ', $usual),
    'two fields' => "GET / HTTP/1.1\r\nConnection: keep-alive\r\n$usual",
    'another upgrade' => "GET / HTTP/1.1\r\n" . str_replace(': websocket', ': h2c', $usual),
    'POST' => "POST / HTTP/1.1\r\n$usual",
    'HTTP/1.0' => "GET / HTTP/1.0\r\n$usual",
    'body' => "GET / HTTP/1.1\r\nContent-Length: 1\r\n$usual\r\nx",
    'no host' => "GET / HTTP/1.1\r\n" . substr($usual, 9),
    'two hosts' => "GET / HTTP/1.1\r\nHost: b\r\n$usual",
    'two keys' => "GET / HTTP/1.1\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n$usual",
    'key of 15 bytes' => "GET / HTTP/1.1\r\n" . str_replace('b25jZQ==', 'b25j', $usual),
    'key that is no base64' => "GET / HTTP/1.1\r\n" . str_replace('dGhl', '----', $usual),
    'versions 8 and 13' => "GET / HTTP/1.1\r\nSec-WebSocket-Version: 8\r\n$usual",
] as $what => $head) {
    $client = (new HttpClient($server->port))->raw("$head\r\n");
    echo $what, ': ', substr($client->upTo("\r\n") ?? '', 9, 3), "\n";
}
?>
--EXPECT--
any case: 101
list: 101
two fields: 101
another upgrade: 400
POST: 400
HTTP/1.0: 400
body: 400
no host: 400
two hosts: 400
two keys: 400
key of 15 bytes: 400
key that is no base64: 400
versions 8 and 13: 400
