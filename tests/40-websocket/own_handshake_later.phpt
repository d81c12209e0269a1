--TEST--
SeatPush: websocket: Handshake may answer later: detach(), and create() in a timer
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Handshake', function ($q, $r) use ($server) {
    $key = $q->header['sec-websocket-key'];
    $fd = $q->fd;
    $r->detach();
    $server->after(20, function () use ($server, $fd, $key) {
        echo json_encode($server->isEstablished($fd)), json_encode($server->push($fd, 'early')), "\n";
        $r = SeatPush\Response::create($fd);
        $r->status(101);
        $r->header('Upgrade', 'websocket');
        $r->header('Connection', 'Upgrade');
        $r->header('Sec-WebSocket-Accept', base64_encode(sha1("{$key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11", true)));
        $r->end();
        echo json_encode($server->isEstablished($fd)), json_encode($server->push($fd, 'welcome')), "\n";
    });
});
$server->on('Message', fn ($s, $f) => $s->push($f->fd, "got $f->data"));
serve($server);
PHP);
$client = WsClient::upgrade($server->port);
echo $client->status, ' ', $client->text(), ', ', $client->send('x')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
101 welcome, got x
falsefalse
truetrue
