--TEST--
SeatPush: http: write() on a 204 or 304 sends no body; the connection stays in step
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
foreach ([['GET', 204, 'write'], ['GET', 304, 'write'], ['GET', 200, 'write']] as [$method, $status, $way]) {
    $answer = $client->request($method, "/$status/$way")->response($method === 'HEAD');
    echo "$method $way: $answer[status] '$answer[body]'", isset($answer['headers']['content-length']) ? ' length ' . $answer['headers']['content-length'][0] : '', isset($answer['headers']['transfer-encoding']) && $status !== 304 ? ' chunked' : '', "\n";
}
?>
--EXPECT--
GET write: 204 ''
GET write: 304 ''
GET write: 200 'in pieces' chunked
