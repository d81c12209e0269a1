--TEST--
SeatPush: websocket: the client's code and reason are echoed, and reported to Close
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$server->on('Close', function ($s, $fd, $reactor, $code, $reason) {
    echo "$reactor $code $reason\n";
});
serve($server);
PHP);
echo WsClient::connect($server->port)->close(4001, 'no seat')->text(), "\n";
echo WsClient::connect($server->port)->sendFrame(8, '')->text(), "\n";
$server->until('/1005/');
WsClient::connect($server->port)->shut();
$server->until('/1006/');
WsClient::connect($server->port)->raw("\xff\x80k3y!")->text();
$server->stop();
echo preg_replace('/(1002).*/', '$1', $server->stdout());
?>
--EXPECT--
close 4001
close 1005
0 4001 no seat
0 1005 
0 1006 
-1 1002
