--TEST--
SeatPush: session: an upgrade that completes while the server stops gets its close frame, and delays nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['BeforeHandshakeResponse', 'Handshake'] as $event) {
    $server = TestServer::start("\$event = '$event';" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['max_wait_time' => 60]);
    $server->on('BeforeHandshakeResponse', fn () => $server->shutdown());
    if ($event === 'Handshake') {
        $server->on('Handshake', function ($q, $r) use ($server) {
            $server->shutdown();
            $r->status(101);
            $r->header('Upgrade', 'websocket');
            $r->header('Connection', 'Upgrade');
            $r->header('Sec-WebSocket-Accept', base64_encode(sha1($q->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
            return $r->end();
        });
    }
    $server->on('Message', fn () => 1);
    $server->on('Close', function ($s, $fd, $re, $code) { echo " Close $code"; });
    serve($server);
    PHP);
    $client = WsClient::upgrade($server->port);
    echo $event, ' ', $client->status, ' ', $client->text();
    $client->close(1001)->rest();
    echo ', ', $server->wait(), $server->stdout(), "\n";
}
?>
--EXPECT--
BeforeHandshakeResponse 101 close 1001 server is stopping, 0 Close 1001
Handshake 101 close 1001 server is stopping, 0 Close 1001
