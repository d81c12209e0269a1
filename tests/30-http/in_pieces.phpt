--TEST--
SeatPush: http: requests that the server reads byte by byte give the same as whole ones
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($q, $r) => $r->end(json_encode([$q->getMethod(), $q->server['request_uri'], $q->header, $q->get, $q->post, $q->rawContent(), md5($q->getData())], JSON_UNESCAPED_SLASHES)));
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
serve($server);
PHP);
// There is one loop, so once another connection has been answered twice, the byte has been read.
$other = new HttpClient($server->port);
$read = fn () => $other->request('GET', '/')->response() && $other->request('GET', '/')->response();
$client = new HttpClient($server->port);
foreach ([
    "GET /a?b=c HTTP/1.1\r\nHost: x\r\nX-Y: z  z \r\n\r\n",
    "POST /p HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nq=r&s=t",
    "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;e=f\r\nabc\r\n00a\r\n0123456789\r\n0\r\nT: u\r\n\r\n",
] as $request) {
    foreach (str_split($request) as $byte) {
        $client->raw($byte);
        $read();
    }
    $pieces = $client->response()['body'];
    echo $pieces === $client->raw($request)->response()['body'] ? $pieces : "differs: $pieces", "\n";
}
$ws = new HttpClient($server->port);
foreach (str_split("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" . WsClient::frame(1, 'hello')) as $byte) {
    $ws->raw($byte);
    $read();
}
echo strtok($ws->upTo("\r\n\r\n"), "\r"), ' ', bin2hex($ws->bytes(7)), "\n";
?>
--EXPECT--
["GET","/a",{"host":"x","x-y":"z  z"},{"b":"c"},null,"","4cce597dd16e4ff3423d0766d0dbdba7"]
["POST","/p",{"host":"x","content-type":"application/x-www-form-urlencoded","content-length":"7"},null,{"q":"r","s":"t"},"q=r&s=t","3ae59e4a7a3d95b69b24c1415f84e6c7"]
["POST","/c",{"host":"x","transfer-encoding":"chunked"},null,null,"abc0123456789","da9a9a8a98efa0c16452b311b3d94e90"]
HTTP/1.1 101 Switching Protocols 810568656c6c6f
