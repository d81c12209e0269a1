--TEST--
SeatPush: http: bodies with a length, in chunks, in pieces, after 100 Continue, too long
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 1000]);
$server->on('Request', fn ($q, $r) => $r->end(strlen($q->rawContent()) . ' ' . md5($q->rawContent())));
serve($server);
PHP);
$body = str_repeat('seat ', 200);
$client = new HttpClient($server->port);
echo $client->request('POST', '/', [], $body)->response()['body'], "\n";
$client->raw("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
foreach (str_split($body, 300) as $piece) {
    $client->raw(dechex(strlen($piece)) . "\r\n" . $piece . "\r\n");
}
echo $client->raw("0\r\nTrailer: x\r\n\r\n")->response()['body'], "\n";
foreach (str_split("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc") as $byte) {
    $client->raw($byte);
}
echo $client->response()['body'], "\n";
echo $client->raw("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")->response()['status'], ' ';
echo $client->raw('abc')->response()['status'], "\n";
echo $client->request('POST', '/', [], "$body.")->response()['status'], "\n";
var_dump($client->rest());
?>
--EXPECT--
1000 b6faa2e2dd4c83bc15895325afc017d7
1000 b6faa2e2dd4c83bc15895325afc017d7
3 900150983cd24fb0d6963f7d28e17f72
100 200
413
string(0) ""
