--TEST--
SeatPush: http: which requests keep the connection open, and which do not
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    if ($q->server['path_info'] === '/close') {
        $r->header('Connection', 'close');
    }
    if ($q->server['path_info'] === '/write') {
        $r->write('x');
    }
    $r->end('x');
});
serve($server);
PHP);
foreach (["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nConnection: foo, Close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /write HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /close HTTP/1.1\r\nHost: x\r\n\r\n"] as $request) {
    $client = (new HttpClient($server->port))->raw($request);
    $first = $client->response();
    $second = $client->raw("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")->response();
    echo $first['status'], ' ', implode('|', $first['headers']['connection']), ', ', $second['status'] ?? 'end', "\n";
}
?>
--EXPECT--
200 keep-alive, 200
200 close, end
200 close, end
200 keep-alive, 200
200 close, end
200 close, end
