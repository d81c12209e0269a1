--TEST--
SeatPush: http: chunks that are malformed, or too large in total, end the request and the connection
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 100]);
$server->on('Request', fn ($q, $r) => $r->end('served ' . strlen($q->rawContent())));
serve($server);
PHP);
$x = str_repeat('x', 60);
foreach (["5\r\nhello\r\n0\r\n\r\n", "64\r\n$x" . substr($x, 20) . "\r\n0\r\n\r\n", "3c;ext=1\r\n$x\r\n0\r\n\r\n", "x\r\n", "-1\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "5\nhello\n0\n\n", "5\r\nhelloX\r\n", "5 5\r\nhello\r\n", "65\r\n", "3c\r\n$x\r\n3c\r\n", 'fffffffffffffffff', "1\r\nx\r\n0\r\n" . str_repeat("T: x\r\n", 5000)] as $body) {
    foreach (['at once' => 1 << 20, 'in pieces' => 7] as $size) {
        $client = (new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (str_split($body, $size) as $piece) {
            $client->raw($piece);
        }
        $answer = $client->response();
        echo $answer['status'] ?? 'end', ($answer['status'] ?? 0) === 200 ? " $answer[body]" : ' ' . ($answer['headers']['connection'][0] ?? ''), ', ';
    }
    echo "\n";
}
?>
--EXPECT--
200 served 5, 200 served 5, 
200 served 100, 200 served 100, 
200 served 60, 200 served 60, 
400 close, 400 close, 
400 close, 400 close, 
400 close, 400 close, 
400 close, 400 close, 
400 close, 400 close, 
400 close, 400 close, 
413 close, 413 close, 
413 close, 413 close, 
400 close, 400 close, 
431 close, 431 close, 
