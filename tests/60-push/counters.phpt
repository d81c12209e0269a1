--TEST--
SeatPush: push: the counters of stats()
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) { if ($f->data === 'push') { $s->push($f->fd, 'a'); $s->push($f->fd, 'b'); $s->push(1, 'x'); $s->ping($f->fd); } });
$server->on('Close', function () { echo "Close\n"; });
$server->on('Request', function ($q, $r) use ($server) {
    $is = $server->stats();
    $r->end(json_encode(array_intersect_key($is, array_flip(['accept_count', 'close_count', 'abort_count', 'request_count', 'response_count', 'message_count', 'push_count', 'push_gone_count', 'push_full_count', 'queued_bytes', 'refused_request_count', 'protocol_error_count', 'timeout_count', 'total_recv_bytes']))));
});
serve($server);
PHP);
$http = new HttpClient($server->port);
$before = json_decode($http->request('GET', '/')->response()['body'], true);
$a = WsClient::connect($server->port);
$a->send('push');
for ($i = 0; $i < 3; $i++) {
    $a->read();
}
$a->send('silence');
$b = WsClient::connect($server->port);
$b->sendFrame(3, '')->rest();
$server->until('/Close/');
echo (new HttpClient($server->port))->raw("GET\r\n\r\n")->response()['status'], "\n";
$server->until('/(Close.*){2}/s');
$after = json_decode($http->request('GET', '/')->response()['body'], true);
foreach ($after as $name => $value) {
    if ($name === 'total_recv_bytes') {
        var_dump($value - $before[$name] > 300);
    } else {
        echo "$name: $before[$name] $value\n";
    }
}
?>
--EXPECT--
400
accept_count: 1 4
close_count: 0 2
abort_count: 0 0
request_count: 1 4
response_count: 0 1
bool(true)
message_count: 0 2
push_count: 0 3
push_gone_count: 0 1
push_full_count: 0 0
queued_bytes: 0 0
refused_request_count: 0 1
protocol_error_count: 0 1
timeout_count: 0 0
