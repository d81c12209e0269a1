--TEST--
SeatPush: session: exit() in the rarer callbacks, and in a fiber: the status is kept, every client is told, Close runs for each
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['Connect', 'Handshake', 'BeforeHandshakeResponse', 'Disconnect', 'Error', 'defer', 'fiber', 'BeforeShutdown', 'WorkerExit', 'WorkerStop', 'Shutdown'] as $status => $where) {
    $server = TestServer::start("\$where = '$where'; \$status = $status + 3;" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['max_wait_time' => 1]);
    $armed = false;
    $end = function () use (&$armed, $status) {
        if ($armed) {
            exit($status);
        }
    };
    $server->on('Message', function ($s, $f) use (&$armed, $where, $end) {
        $armed = true;
        $s->push($f->fd, 'armed');
        match ($where) {
            'defer' => $s->defer($end),
            'fiber' => (new Fiber($end))->start(),
            'Error' => throw new Exception('x'),
            'BeforeShutdown', 'WorkerExit', 'WorkerStop', 'Shutdown' => $s->shutdown(),
            default => null,
        };
    });
    $server->on('Request', fn ($q, $r) => $r->end());
    $server->on('Close', function ($s, $fd, $re, $code) { echo " Close $code"; });
    if (!in_array($where, ['defer', 'fiber'])) {
        $server->on($where, $where === 'Handshake' ? function ($q, $r) use ($end) {
            $end();
            $r->status(101);
            $r->header('Upgrade', 'websocket');
            $r->header('Connection', 'Upgrade');
            $r->header('Sec-WebSocket-Accept', base64_encode(sha1($q->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
            return $r->end();
        } : $end);
    }
    serve($server);
    echo ' returned?';
    PHP);
    $watcher = WsClient::connect($server->port)->send('arm');
    echo "$where: ", $watcher->text();
    if (in_array($where, ['Connect', 'Handshake', 'BeforeHandshakeResponse'])) {
        WsClient::upgrade($server->port);
    } elseif ($where === 'Disconnect') {
        (new HttpClient($server->port))->request('GET', '/', ['Connection' => 'close'])->rest();
    }
    echo ', ', $watcher->text();
    $watcher->close(1001);
    echo ', ', $server->wait() - $status - 3, $server->stdout(), "\n";
}
?>
--EXPECT--
Connect: armed, close 1001 server is stopping, 0 Close 1001 Close 0
Handshake: armed, close 1001 server is stopping, 0 Close 0 Close 1001
BeforeHandshakeResponse: armed, close 1001 server is stopping, 0 Close 0 Close 1001
Disconnect: armed, close 1001 server is stopping, 0 Close 1001
Error: armed, close 1001 server is stopping, 0 Close 1001
defer: armed, close 1001 server is stopping, 0 Close 1001
fiber: armed, close 1001 server is stopping, 0 Close 1001
BeforeShutdown: armed, close 1001 server is stopping, 0 Close 1001
WorkerExit: armed, close 1001 server is stopping, 0 Close 1001
WorkerStop: armed, close 1001 server is stopping, 0 Close 1001
Shutdown: armed, close 1001 server is stopping, 0 Close 1001
