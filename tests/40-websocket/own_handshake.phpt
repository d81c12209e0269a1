--TEST--
SeatPush: websocket: Handshake accepts with a 101 of its own, refuses, or forgets; Open does not run then
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Handshake', function ($q, $r) {
    switch ($q->server['path_info']) {
        case '/accept':
            $r->status(101);
            $r->header('Upgrade', 'websocket');
            $r->header('Connection', 'Upgrade');
            $r->header('Sec-WebSocket-Accept', base64_encode(sha1($q->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
            $r->end();
            return true;
        case '/refuse':
            $r->status(403);
            $r->end('no');
            return false;
    }
});
$server->on('Open', function () { echo "Open?\n"; });
$server->on('Message', fn ($s, $f) => $s->push($f->fd, "got $f->data"));
serve($server);
PHP);
echo WsClient::connect($server->port, '/accept')->send('x')->text(), "\n";
$refused = WsClient::upgrade($server->port, '/refuse');
echo $refused->status, ' ', $refused->rest(), "\n";
echo WsClient::upgrade($server->port, '/forget')->status, "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
got x
403 no
500
