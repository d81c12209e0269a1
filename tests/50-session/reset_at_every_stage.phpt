--TEST--
SeatPush: session: a reset at every stage, and two hundred half-closed sockets: each is closed once, and the server is as before
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('python3');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['handshake_timeout' => 60, 'log_level' => 4]);
$seen = $open = [];
$server->on('Connect', function ($s, $fd) use (&$seen) { $seen[$fd] = 0; });
$server->on('Message', fn ($s, $f) => $s->push($f->fd, str_repeat('x', 100000)));
$server->on('Request', function ($q, $r) use ($server, &$seen, &$open) {
    match ($q->server['path_info']) {
        '/large' => $r->end(str_repeat('x', 5 << 20)),
        '/file' => $r->sendfile(PHP_BINARY),
        '/part' => $r->write('part') && $open[] = $r,
        '/wait' => $r->detach(),
        default => $r->end(json_encode([$server->stats()['connection_num'], array_count_values($seen), $server->stats()['input_bytes']])),
    };
});
foreach (['Close', 'Disconnect'] as $event) {
    $server->on($event, function ($s, $fd) use (&$seen) { $seen[$fd]++; });
}
serve($server);
PHP);
$upgrade = "GET / HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
$message = WsClient::frame(1, str_repeat('m', 1000));
// What is sent, and how much of the answer is read before the end.
$stages = [
    ['', 0], ['GET / HT', 0], ["GET / HTTP/1.1\r\nHost: a\r\nX: ", 0], ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nbody", 0],
    ["POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbo", 0], ["GET /wait HTTP/1.1\r\nHost: a\r\n\r\n", 0], ["GET /part HTTP/1.1\r\nHost: a\r\n\r\n", 10],
    ["GET /large HTTP/1.1\r\nHost: a\r\n\r\n", 1000], ["GET /file HTTP/1.1\r\nHost: a\r\n\r\n", 1000], ["GET / HTTP/1.1\r\nHost: a\r\n\r\n", 20], ["NONSENSE\r\n\r\n", 5],
    [$upgrade, 0], [$upgrade, 129], [$upgrade . substr($message, 0, 1), 129], [$upgrade . substr($message, 0, 500), 129], [$upgrade . WsClient::frame(1, 'a', false), 129],
    [$upgrade . $message, 200], [$upgrade . WsClient::frame(8, "\x03\xe8"), 129], [$upgrade . WsClient::frame(3, ''), 129],
];
$ends = <<<'PY'
import json, socket, struct, sys
port, how, stages = int(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])
sockets = []
for n in range((12 if how == 'half' else 6) * len(stages)):
    data, read = stages[n % len(stages)]
    s = socket.create_connection(('127.0.0.1', port), 20)
    s.sendall(bytes.fromhex(data))
    while read > 0:
        got = len(s.recv(read))
        read = read - got if got else 0
    if how == 'reset':
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        s.close()
    else:
        s.shutdown(socket.SHUT_WR)
        sockets.append(s)
for s in sockets:
    try:
        while s.recv(1 << 20): pass
    except ConnectionResetError: pass
PY;
foreach (['reset', 'half'] as $how) {
    exec(implode(' ', array_map('escapeshellarg', ['env', '-u', 'LD_PRELOAD', 'python3', '-c', $ends, (string) $server->port, $how, json_encode(array_map(fn ($s) => [bin2hex($s[0]), $s[1]], $stages))])) . ' 2>&1', $said, $status);
    echo "$how: $status ", implode("\n", $said), "\n";
    for ($end = microtime(true) + BOUND; microtime(true) < $end; usleep(1000)) {
        $is = HttpClient::get($server->port, '/', ['Connection' => 'close'])['body'];
        // The connection that asks is open, so its count is 0; all others were closed once.
        if (preg_match('/^\[1,\{.*"0":1[,}]/', $is) || str_starts_with($is, '[1,[1')) {
            break;
        }
    }
    echo preg_replace('/"1":\d+/', '"1":all', $is), "\n";
}
echo WsClient::connect($server->port)->send('x')->text() === str_repeat('x', 100000) ? 'served' : 'not served', "\n";
$server->stop();
echo $server->log();
?>
--EXPECT--
reset: 0 
[1,{"1":all,"0":1},0]
half: 0 
[1,{"1":all,"0":1},0]
served
