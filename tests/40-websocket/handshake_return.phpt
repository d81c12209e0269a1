--TEST--
SeatPush: websocket: Handshake returns true: the server answers, with the script's fields, and Open follows; false: 403, or the status that was set
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_subprotocol' => 'seats']);
$server->on('Handshake', function ($q, $r) use ($server) {
    switch ($q->server['path_info']) {
        case '/true':
            $r->header('X-Seat', 'C4');
            $r->cookie('seen', 'yes');
            return true;
        case '/status':
            return $r->status(101);
        case '/slept':
            $server->sleep(20);
            return true;
        case '/false':
            return false;
        case '/unauthorized':
            $r->status(401);
            $r->header('WWW-Authenticate', 'Bearer');
            return false;
        case '/both':
            $r->status(402);
            return true;
        case '/ended':
            $r->status(410);
            return $r->end('gone');
    }
});
$server->on('BeforeHandshakeResponse', fn ($s, $q, $r) => $r->header('X-Before', 'too'));
$server->on('Open', function ($s, $q) { echo 'Open ', $q->server['path_info'], "\n"; $s->push($q->fd, 'welcome'); });
$server->on('Message', fn ($s, $f) => $s->push($f->fd, "got $f->data"));
serve($server);
PHP);
$fields = fn ($client) => implode(', ', preg_grep('/^(x-|set-cookie|sec-websocket-p|www)/i', explode("\r\n", $client->head)));
foreach (['/true', '/status', '/slept'] as $path) {
    // A frame in the same packet reaches Message after Open.
    $client = WsClient::upgrade($server->port, $path, ['Sec-WebSocket-Protocol' => 'chat, seats'], WsClient::frame(1, 'early'));
    echo "$path: $client->status ", $fields($client), ' ', $client->text(), ', ', $client->text(), "\n";
}
foreach (['/false', '/unauthorized', '/both', '/ended'] as $path) {
    $client = WsClient::upgrade($server->port, $path);
    echo "$path: $client->status ", $fields($client), ' ', $path === '/ended' ? $client->bytes(4) : $client->rest(), "\n";
}
$server->stop();
echo $server->stdout(), $server->log('WARNING');
?>
--EXPECT--
/true: 101 Sec-WebSocket-Protocol: seats, X-Seat: C4, Set-Cookie: seen=yes; path=/, X-Before: too welcome, got early
/status: 101 Sec-WebSocket-Protocol: seats, X-Before: too welcome, got early
/slept: 101 Sec-WebSocket-Protocol: seats, X-Before: too welcome, got early
/false: 403  The handshake was refused.
/unauthorized: 401 Www-Authenticate: Bearer The handshake was refused.
/both: 402  The handshake was refused.
/ended: 410  gone
Open /true
Open /status
Open /slept
