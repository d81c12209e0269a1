--TEST--
SeatPush: http: answers that have no body: HEAD, even with write(), 204, 304; the connection stays in step
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    [, $status, $way] = explode('/', $q->server['path_info']);
    $r->status((int) $status);
    if ($way === 'write') {
        $r->write('in ');
        $r->write('pieces');
        $r->end();
    } else {
        $r->end('at once');
    }
});
serve($server);
PHP);
$client = new HttpClient($server->port);
foreach ([['HEAD', 200, 'end'], ['HEAD', 200, 'write'], ['GET', 204, 'end'], ['GET', 304, 'end'], ['GET', 200, 'write']] as [$method, $status, $way]) {
    $answer = $client->request($method, "/$status/$way")->response($method === 'HEAD');
    echo "$method $way: $answer[status] '$answer[body]'", isset($answer['headers']['content-length']) ? ' length ' . $answer['headers']['content-length'][0] : '', isset($answer['headers']['transfer-encoding']) ? ' chunked' : '', "\n";
}
?>
--EXPECT--
HEAD end: 200 '' length 7
HEAD write: 200 '' chunked
GET end: 204 ''
GET end: 304 ''
GET write: 200 'in pieces' chunked
