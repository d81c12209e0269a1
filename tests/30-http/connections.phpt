--TEST--
SeatPush: http: keep-alive, pipelining, HEAD, HTTP/1.0, Connection: close
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($q, $r) => $r->end($q->server['path_info']));
serve($server);
PHP);
$client = new HttpClient($server->port);
$client->request('GET', '/1')->request('GET', '/2')->request('HEAD', '/3')->request('GET', '/4', ['Connection' => 'close']);
foreach ([1, 2, 3, 4] as $n) {
    $answer = $client->response($n === 3);
    echo $answer['body'], ' ', $answer['headers']['content-length'][0], ' ', $answer['headers']['connection'][0], "\n";
}
var_dump($client->rest());
$old = (new HttpClient($server->port))->raw("GET /old HTTP/1.0\r\n\r\n");
echo $old->rest(), "\n";
?>
--EXPECTF--
/1 2 keep-alive
/2 2 keep-alive
 2 keep-alive
/4 2 close
string(0) ""
HTTP/1.1 200 OK
%A
Connection: close

/old
