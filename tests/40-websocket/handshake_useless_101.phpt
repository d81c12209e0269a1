--TEST--
SeatPush: websocket: a 101 of the script's own that no client accepts is logged with what it lacks and where it was made; a right one is not
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

const FIELDS = ['Upgrade' => 'WebSocket', 'Connection' => 'keep-alive, upgrade', 'Sec-WebSocket-Accept' => null];
foreach (['right' => FIELDS, 'nothing' => [], 'no Connection' => ['Connection' => 'keep-alive'] + FIELDS, 'no accept' => array_slice(FIELDS, 0, 2), 'a wrong one' => ['Sec-WebSocket-Accept' => str_repeat('a', 27) . '='] + FIELDS] as $what => $fields) {
    $server = TestServer::start('$fields = json_decode(\'' . json_encode($fields) . '\', true);' . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Handshake', function ($q, $r) use ($fields) {
        $r->status(101);
        foreach ($fields as $name => $value) {
            $r->header($name, $value ?? base64_encode(sha1($q->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
        }
        return $r->end();
    });
    $server->on('Message', fn () => 1);
    serve($server);
    PHP);
    WsClient::upgrade($server->port);
    WsClient::upgrade($server->port);
    $server->stop();
    echo "$what: ", preg_replace('~/\S+/script~', 'script', $server->log('WARNING')) ?: "-\n";
}
?>
--EXPECT--
right: -
nothing: WARNING seatpush: no client accepts the 101 of the Handshake callback (script.php:4): it lacks Upgrade: websocket. Return true without an answer, and the server sends a right one
no Connection: WARNING seatpush: no client accepts the 101 of the Handshake callback (script.php:4): it lacks Connection: Upgrade. Return true without an answer, and the server sends a right one
no accept: WARNING seatpush: no client accepts the 101 of the Handshake callback (script.php:4): it lacks Sec-WebSocket-Accept. Return true without an answer, and the server sends a right one
a wrong one: WARNING seatpush: no client accepts the 101 of the Handshake callback (script.php:4): it lacks the Sec-WebSocket-Accept that belongs to the client's key. Return true without an answer, and the server sends a right one
