--TEST--
SeatPush: websocket: frames in the same packet as the upgrade reach Message even after a Handshake callback
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Handshake', function ($q, $r) use ($server) {
    $r->status(101);
    $r->header('Upgrade', 'websocket');
    $r->header('Connection', 'Upgrade');
    $r->header('Sec-WebSocket-Accept', base64_encode(sha1($q->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
    $r->end();
    $server->push($q->fd, 'welcome');
    return true;
});
$server->on('Message', fn ($s, $f) => $s->push($f->fd, "got $f->data"));
serve($server);
PHP);
$client = WsClient::upgrade($server->port, '/', [], WsClient::frame(1, 'one') . WsClient::frame(1, 'two'));
echo $client->status, ' ', $client->text(), ', ', $client->text(), ', ', $client->text(), "\n";
?>
--EXPECT--
101 welcome, got one, got two
