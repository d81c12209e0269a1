--TEST--
SeatPush: push: getClientInfo(), bind() with numbers and strings, stats()
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $before = $s->getClientInfo($f->fd);
    $said = [$s->bind($f->fd, $f->data === 'n' ? 42 : 'user-7'), $s->bind($f->fd, 1), $s->bind(1, 1), isset($before['uid']), $s->getClientInfo($f->fd)['uid']];
    $s->push($f->fd, json_encode([$said, $before['websocket_status'], $before['server_port'] === $s->port, $before['remote_ip'], $before['remote_port'] > 0, abs($before['connect_time'] - time()) < 3, $s->getClientInfo(1), $s->connection_info($f->fd) !== false]));
    $s->push($f->fd, json_encode(array_intersect_key($s->stats(), array_flip(['connection_num', 'accept_count', 'close_count', 'message_count', 'worker_num', 'request_count', 'protocol_error_count']))));
});
serve($server);
PHP);
$a = WsClient::connect($server->port)->send('n');
echo $a->text(), "\n", $a->text(), "\n", WsClient::connect($server->port)->send('t')->text(), "\n";
?>
--EXPECT--
[[true,false,false,false,42],3,true,"127.0.0.1",true,true,false,true]
{"connection_num":1,"accept_count":1,"close_count":0,"worker_num":1,"request_count":1,"message_count":1,"protocol_error_count":0}
[[true,false,false,false,"user-7"],3,true,"127.0.0.1",true,true,false,true]
