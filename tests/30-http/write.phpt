--TEST--
SeatPush: http: write() sends chunks, or with HTTP/1.0 a body that lasts until the end
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    $r->header('Content-Type', 'text/event-stream');
    var_dump($r->write("data: 1\n\n"), $r->header('late', 'x'), $r->write(''), $r->write("data: 2\n\n"), $r->end('bye'), $r->write('x'));
});
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/');
echo str_replace("\r", '', $client->upTo("0\r\n\r\n")), "\n";
echo $client->request('GET', '/')->response()['body'], "\n";
echo json_encode(explode("\r\n\r\n", (new HttpClient($server->port))->raw("GET / HTTP/1.0\r\n\r\n")->rest())[1]), "\n";
$server->stop();
echo strtok($server->stdout(), ''), '';
?>
--EXPECTF--
HTTP/1.1 200 OK
Content-Type: text/event-stream
Server: SeatPush
Date: %s GMT
Transfer-Encoding: chunked
Connection: keep-alive

9
data: 1


9
data: 2


3
bye
0


data: 1

data: 2

bye
"data: 1\n\ndata: 2\n\nbye"
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
%A
