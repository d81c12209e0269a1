--TEST--
SeatPush: session: Close of a plain HTTP connection that the peer resets says 0, whatever it was doing, and is no abort; a WebSocket's says 1006 and is one
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
$server->on('Request', function ($q, $r) {
    match ($q->server['path_info']) {
        '/wait' => $r->detach(),
        '/large' => $r->end(str_repeat('x', 5 << 20)),
        default => $r->end('x'),
    };
});
$server->on('Message', fn () => 1);
$server->on('Close', function ($s, $fd, $reactor, $code) { echo "Close $code, aborted {$s->stats()['abort_count']}\n"; });
serve($server);
PHP);
$reset = <<<'PY'
import socket, struct, sys
for line in sys.stdin:
    data, read = line.split(' ')
    s = socket.create_connection(('127.0.0.1', int(sys.argv[1])), 20)
    s.sendall(bytes.fromhex(data))
    if int(read): s.recv(int(read))
    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    s.close()
PY;
$python = proc_open(['env', '-u', 'LD_PRELOAD', 'python3', '-c', $reset, (string) $server->port], [['pipe', 'r']], $pipes);
$get = fn (string $path) => "GET $path HTTP/1.1\r\nHost: a\r\n\r\n";
$closed = 0;
foreach (['' => 0, 'GET / HT' => 0, $get('/') => 9, $get('/wait') => 0, $get('/large') => 9, "GET / HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" => 9] as $bytes => $read) {
    fwrite($pipes[0], bin2hex($bytes) . " $read\n");
    $closed++;
    $server->until("/(Close .*\\n){{$closed}}/");
}
$server->stop();
echo $server->stdout();
?>
--EXPECT--
Close 0, aborted 0
Close 0, aborted 0
Close 0, aborted 0
Close 0, aborted 0
Close 0, aborted 0
Close 1006, aborted 1
