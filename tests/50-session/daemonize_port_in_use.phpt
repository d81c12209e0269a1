--TEST--
SeatPush: session: even with daemonize, a port in use is reported in the foreground
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$taken = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) explode(':', stream_socket_get_name($taken, false))[1];
$server = TestServer::run("try { \$server = new SeatPush\Server('127.0.0.1', $port); } catch (SeatPush\Exception \$e) { echo get_class(\$e), ' ', \$e->getMessage(); exit(4); }" . <<<'PHP'
$server->set(['daemonize' => true]);
$server->on('Message', fn () => 1);
$server->start();
PHP);
echo $server->wait(), ' ', str_replace((string) $port, 'PORT', $server->stdout()), "\n";
?>
--EXPECTF--
4 SeatPush\Exception %s127.0.0.1:PORT%s
