--TEST--
SeatPush: websocket: BeforeHandshakeResponse adds fields, or answers by itself
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('BeforeHandshakeResponse', function ($s, $q, $r) {
    $r->header('X-Seat', 'C4');
    $r->cookie('a', 'b');
    if ($q->server['path_info'] === '/no') {
        $r->status(401);
        $r->end();
    }
});
$server->on('Message', fn () => 1);
serve($server);
PHP);
echo str_replace("\r", '', WsClient::upgrade($server->port)->head), WsClient::upgrade($server->port, '/no')->status, "\n";
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
X-Seat: C4
Set-Cookie: a=b; path=/

401
