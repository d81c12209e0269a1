--TEST--
SeatPush: http: the forms of a request target, and how each is decoded
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($q, $r) => $r->end(json_encode([$q->server['request_uri'], $q->server['path_info'], $q->server['query_string'] ?? null, $q->get, $q->header['host']], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE)));
serve($server);
PHP);
foreach (['GET http://a.example/x?y=1', 'GET http://a.example', 'OPTIONS *', 'CONNECT a.example:80', 'GET *', 'GET x', 'GET //a//b', 'GET /../a', 'GET /a%20b%2Bc%00d', 'GET /%', 'GET /?', 'GET /?a?b=c', 'GET /a#b', "GET /\xc3\xa9", "GET /a?b=\xe4\xbd\xa0|^", "GET /\x7f"] as $target) {
    $answer = (new HttpClient($server->port))->raw("$target HTTP/1.1\r\nHost: h\r\n\r\n")->response();
    echo $target, ': ', $answer['status'] ?? 'end', $answer['status'] === 200 ? " $answer[body]" : '', "\n";
}
?>
--EXPECT--
GET http://a.example/x?y=1: 200 ["/x","/x","y=1",{"y":"1"},"a.example"]
GET http://a.example: 200 ["/","/",null,null,"a.example"]
OPTIONS *: 200 ["*","*",null,null,"h"]
CONNECT a.example:80: 501
GET *: 400
GET x: 400
GET //a//b: 200 ["//a//b","//a//b",null,null,"h"]
GET /../a: 200 ["/../a","/../a",null,null,"h"]
GET /a%20b%2Bc%00d: 200 ["/a%20b%2Bc%00d","/a b+c\u0000d",null,null,"h"]
GET /%: 200 ["/%","/%",null,null,"h"]
GET /?: 200 ["/","/",null,null,"h"]
GET /?a?b=c: 200 ["/","/","a?b=c",{"a?b":"c"},"h"]
GET /a#b: 400
GET /é: 200 ["/é","/é",null,null,"h"]
GET /a?b=你|^: 200 ["/a","/a","b=你|^",{"b":"你|^"},"h"]
GET /: 400
