--TEST--
SeatPush: websocket: the handshake of RFC 6455, and requests that are refused
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_subprotocol' => 'seats']);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
serve($server);
PHP);
echo str_replace("\r", '', WsClient::upgrade($server->port, '/', ['Sec-WebSocket-Protocol' => 'chat, seats'])->head);
foreach ([['Sec-WebSocket-Key' => null], ['Sec-WebSocket-Key' => 'short'], ['Sec-WebSocket-Version' => '8'], ['Sec-WebSocket-Version' => null], ['Connection' => 'keep-alive']] as $headers) {
    $client = WsClient::upgrade($server->port, '/', $headers);
    preg_match('/Sec-WebSocket-Version.*/', $client->head, $version);
    echo $client->status, ' ', trim($version[0] ?? ''), "\n";
}
echo str_contains(WsClient::upgrade($server->port, '/', ['Sec-WebSocket-Protocol' => 'chat'])->head, 'Sec-WebSocket-Protocol') ? 'offered?' : 'none', "\n";
echo WsClient::upgrade($server->port, '/', [], WsClient::frame(1, 'early'))->text(), "\n";
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
Sec-WebSocket-Protocol: seats

400 
400 
426 Sec-WebSocket-Version: 13
426 Sec-WebSocket-Version: 13
400 
none
early
