--TEST--
SeatPush: http: requests that two parties could read differently are refused, and the connection ends
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($q, $r) => $r->end('served'));
serve($server);
PHP);
foreach ([
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET / HTTP/1.1\nHost: a\n\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n",
    "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
    "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: " . str_repeat('y', 20000) . "\r\n\r\n",
    "GET /" . str_repeat('y', 20000),
] as $request) {
    $client = (new HttpClient($server->port))->raw($request);
    $answer = $client->response();
    echo $answer['status'], ' ', $answer['headers']['connection'][0], ' ', $client->rest() === '' ? '' : 'more?', "\n";
}
?>
--EXPECT--
400 close 
400 close 
400 close 
400 close 
400 close 
400 close 
501 close 
400 close 
400 close 
505 close 
400 close 
431 close 
414 close 
