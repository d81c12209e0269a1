--TEST--
SeatPush: session: data after a client's close frame is not delivered
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) { echo "$f->data\n"; });
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port)->raw(WsClient::frame(1, 'before') . WsClient::frame(8, pack('n', 1000)) . WsClient::frame(1, 'behind') . WsClient::frame(9, 'p'));
echo $client->text(), ', ', $client->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
close 1000, end
before
Close 1000
