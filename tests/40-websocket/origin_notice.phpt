--TEST--
SeatPush: websocket: without allowed_origins, the first page of another site that brings cookies is logged, once
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, 'served'));
serve($server);
PHP);
foreach ([['Origin' => 'https://test', 'Cookie' => 'a=b'], ['Origin' => 'https://other.example'], ['Cookie' => 'a=b'], ['Origin' => 'https://evil.example', 'Cookie' => 'a=b'], ['Origin' => 'https://second.example', 'Cookie' => 'a=b']] as $headers) {
    echo WsClient::connect($server->port, headers: $headers)->send('x')->text(), "\n";
}
$server->stop();
echo $server->log('WebSocket to');
?>
--EXPECT--
served
served
served
served
served
NOTICE seatpush: a page from https://evil.example opened a WebSocket to test with this site's cookies; if Message trusts cookies, set allowed_origins, for example to 'self'
