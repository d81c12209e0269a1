--TEST--
SeatPush: session: a client that never answers the close frame does not keep the server from stopping in time
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start('$factor = ' . time_factor() . '; ' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_wait_time' => $factor, 'close_timeout' => 60]);
$server->on('Message', fn () => 1);
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $re $code\n"; });
var_dump(serve($server));
PHP);
$deaf = WsClient::connect($server->port);
echo $server->stop(), "\n"; // a server that had waited for the client would log that it was ended at the deadline
echo $server->stdout(), $deaf->text(), ', ', $deaf->text(), "\n", $server->log('deadline');
?>
--EXPECT--
0
Close -1 1001
bool(true)
close 1001 server is stopping, end
