--TEST--
SeatPush: options: what the log says at startup
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->listen('127.0.0.1', 0)->set(['open_http_protocol' => false]);
$server->set(['reactor_num' => 2, 'enable_coroutine' => true]);
$server->on('Request', fn () => 1);
serve($server);
PHP);
$server->stop();
echo $server->log();
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['worker_num' => 20]);
$server->on('Message', fn () => 1);
serve($server);
PHP);
$server->stop();
echo preg_replace('/.*(stopp|SeatPush|listening|off in this|at most \d+ conn).*\n/', '', $server->log()), "\n";
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['open_websocket_protocol' => false]);
$server->on('Request', fn () => 1);
serve($server);
PHP);
$server->stop();
echo $server->log('NOTICE');
?>
--EXPECTF--
INFO seatpush: SeatPush %d.%d.%d, PHP %s, libevent %s (%s), process %d
INFO seatpush: listening on http://127.0.0.1:%d
INFO seatpush: listening on ws://127.0.0.1:%d
INFO seatpush: at most %d connections (the descriptor limit is %d)
NOTICE seatpush: no Message callback: what WebSocket clients send is dropped; a server for HTTP alone sets open_websocket_protocol to false
NOTICE seatpush: ignored options: reactor_num (each worker has one loop, which does everything), enable_coroutine (every callback may wait, see sleep())
INFO seatpush: stopping: 0 connections
INFO seatpush: stopped
INFO seatpush (supervisor): process %d supervises; 16 workers of its own serve
NOTICE seatpush (worker 0, generation 0): worker_num is 20: 16 workers are started, the most there can be

