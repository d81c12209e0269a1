--TEST--
SeatPush: session: memory_limit reached in a callback: all are told 1011, Close runs from a shutdown function, status 255
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('the engine\'s allocator');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
ini_set('display_errors', '0');
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) { ini_set('memory_limit', '4M'); for ($x = 'x';; $x .= $x); });
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code, "; });
serve($server);
PHP);
$other = WsClient::connect($server->port);
echo WsClient::connect($server->port)->send('now')->text(), ', ', $other->text(), ', ', $server->wait(), ', ', $server->stdout(), "\n";
?>
--EXPECT--
close 1011, close 1011, 255, Close 1011, Close 1011, 
