--TEST--
SeatPush: http: http_parse_post, http_parse_cookie and head_max_length, for one port
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['head_max_length' => 1024]);
$port = $server->listen('127.0.0.1', 0);
$port->set(['http_parse_post' => false, 'http_parse_cookie' => false, 'head_max_length' => 512]);
$server->on('Request', fn ($q, $r) => $r->end(json_encode([$q->post, $q->cookie, $q->rawContent(), $q->header['cookie'] ?? null])));
serve($server);
PHP);
foreach ([$server->ports[0], $server->ports[1]] as $port) {
    echo (new HttpClient($port))->request('POST', '/', ['Content-Type' => 'application/x-www-form-urlencoded; charset=utf-8', 'Cookie' => 'c=d'], 'a=b')->response()['body'], ' ';
    foreach ([1024, 1025, 512, 513] as $length) {
        $head = "GET / HTTP/1.1\r\nHost: x\r\nX: ";
        echo (new HttpClient($port))->raw($head . str_repeat('y', $length - strlen($head) - 4) . "\r\n\r\n")->response()['status'], ' ';
    }
    echo "\n";
}
?>
--EXPECT--
[{"a":"b"},{"c":"d"},"a=b","c=d"] 200 431 200 200 
[null,null,"a=b","c=d"] 431 431 200 431 
