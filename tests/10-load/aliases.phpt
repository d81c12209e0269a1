--TEST--
SeatPush: aliases: Swoole's names stand for our classes, and its constants and functions exist
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::run(<<<'PHP'
foreach (['Swoole\Server', 'Swoole\Http\Server', 'Swoole\WebSocket\Server', 'swoole_websocket_server', 'Swoole\Http\Request', 'Swoole\Http\Response', 'Swoole\WebSocket\Frame', 'Swoole\Timer', 'swoole_timer', 'Swoole\Server\Task'] as $name) {
    echo $name, ' ', (new ReflectionClass($name))->name, "\n";
}
echo SWOOLE_PROCESS, SWOOLE_SOCK_TCP, SWOOLE_WEBSOCKET_OPCODE_TEXT, SWOOLE_LOG_ERROR, "\n";
var_dump(swoole_version() === SeatPush\VERSION, swoole_cpu_num() > 0, is_array(swoole_get_local_ip()), swoole_strerror(2));
var_dump(Swoole\Runtime::enableCoroutine(SWOOLE_HOOK_ALL), Co::set(['hook_flags' => SWOOLE_HOOK_ALL]));
PHP, ['seatpush.swoole_aliases' => 1]);
echo $server->stdout(), $server->log();
?>
--EXPECT--
Swoole\Server SeatPush\Server
Swoole\Http\Server SeatPush\Server
Swoole\WebSocket\Server SeatPush\Server
swoole_websocket_server SeatPush\Server
Swoole\Http\Request SeatPush\Request
Swoole\Http\Response SeatPush\Response
Swoole\WebSocket\Frame SeatPush\Frame
Swoole\Timer SeatPush\Timer
swoole_timer SeatPush\Timer
Swoole\Server\Task SeatPush\Task
2115
bool(true)
bool(true)
bool(true)
string(25) "No such file or directory"
bool(true)
bool(true)
