--TEST--
SeatPush: push: above max_conn new connections get 503 and Retry-After; when one leaves, everything is as before
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_conn' => 2]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, json_encode([$s->stats()['connection_num'], $s->stats()['refused_connection_count'], $s->stats()['max_conn']])));
$server->on('Close', function () { echo "Close\n"; });
serve($server);
PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$refused = (new HttpClient($server->port))->response();
echo $refused['status'], ' ', $refused['headers']['retry-after'][0], ' ', $refused['body'];
echo $a->send('x')->text(), "\n";
$b->close()->rest();
$server->until('/Close/');
echo $a->send('x')->text(), ' ', WsClient::connect($server->port)->send('x')->text(), "\n";
$server->stop();
echo preg_replace('/\d+ connections/', 'N connections', $server->log('full'));
?>
--EXPECTF--
503 5 The server is full. Please try again in a bit.
[2,1,2]
[1,1,2] [2,1,2]
WARNING seatpush: full: N connections, the limit is 2 (max_conn, or the descriptor limit: ulimit -n); new ones get 503 until some end
