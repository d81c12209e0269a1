--TEST--
SeatPush: http: the whole request as it came, repeated fields, the array $server, types
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) use ($server) {
    $keys = array_keys($q->server);
    sort($keys);
    $now = time();
    $r->end(json_encode([
        $q->getData(), $q->header['x-twice'] ?? null, $q->cookie, $q->header['x-empty'] ?? null, implode(' ', $keys),
        $q->fd > 0, $q->fd === $r->fd, $q->streamId, $q->tmpfiles, $r->header, $r->cookie, $r->trailer,
        $q->server['request_method'], $q->server['server_port'] === $server->port, $q->server['remote_port'] > 0,
        abs($q->server['request_time'] - $now) <= 2, is_float($q->server['request_time_float']), is_int($q->server['request_time']),
        $q->server === (array) $q->server && array_filter([$q->post, $q->files]) === [],
    ], JSON_UNESCAPED_SLASHES));
});
serve($server);
PHP);
$request = "PATCH /a?b HTTP/1.1\r\nHost: x\r\nX-Twice: one\r\nCookie: a=1\r\nX-Empty:\r\nx-twice:  two \r\nCookie: b=2\r\nContent-Length: 3\r\n\r\nxyz";
$said = json_decode((new HttpClient($server->port))->raw($request)->response()['body'], true);
var_dump(array_shift($said) === $request);
echo json_encode($said), "\n";
// A body in chunks arrives as one body.
$said = json_decode((new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")->response()['body'], true);
echo json_encode($said[0]), "\n";
?>
--EXPECT--
bool(true)
["one, two",{"a":"1","b":"2"},"","master_time path_info query_string remote_addr remote_port request_method request_time request_time_float request_uri server_addr server_port server_protocol",true,true,0,null,null,null,null,"PATCH",true,true,true,true,true,true]
"POST \/ HTTP\/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nabc"
