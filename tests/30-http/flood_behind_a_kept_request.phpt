--TEST--
SeatPush: http: a client that keeps sending while its request waits is not read any further until the request is answered
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 64 << 20]);
$kept = null;
$server->on('Request', function ($q, $r) use ($server, &$kept) {
    if ($q->server['path_info'] === '/keep') {
        $kept = $r;
    } elseif ($q->server['path_info'] === '/go') {
        $r->end($server->stats()['total_recv_bytes'] < 500000 ? 'little was read' : 'much was read');
        $kept->end('kept');
    } else {
        $r->end(strlen($q->rawContent()) . ' bytes');
    }
});
serve($server);
PHP);
$flood = (new HttpClient($server->port))->request('GET', '/keep');
$bytes = "POST /more HTTP/1.1\r\nHost: a\r\nContent-Length: 33554432\r\n\r\n" . str_repeat('x', 32 << 20);
stream_set_blocking($flood->stream, false);
do {
    $bytes = substr($bytes, (int) fwrite($flood->stream, $bytes));
    $write = [$flood->stream];
    $none = null;
} while ($bytes !== '' && stream_select($none, $write, $none, 0, 200000));
stream_set_blocking($flood->stream, true);
echo HttpClient::get($server->port, '/go')['body'], ', ', $flood->raw($bytes)->response()['body'], ', ', $flood->response()['body'], "\n";
?>
--EXPECT--
little was read, kept, 33554432 bytes
