--TEST--
SeatPush: aliases: named arguments may have the names that Swoole's have
--EXTENSIONS--
seatpush
--INI--
seatpush.swoole_aliases=1
--FILE--
<?php
$server = new Swoole\WebSocket\Server(host: '127.0.0.1', port: 0, mode: SWOOLE_BASE, sock_type: SWOOLE_SOCK_TCP);
$port = $server->listen(host: '127.0.0.1', port: 0, sock_type: SWOOLE_SOCK_TCP);
echo json_encode([
    $server->on(event_name: 'message', callback: fn () => 1), $port->on(event_name: 'request', callback: fn () => 1),
    $server->getCallback(event_name: 'close'),
    array_map(fn ($of) => $of->name, (new ReflectionMethod($server, 'task'))->getParameters()),
]), "\n";
$server = null;    // that start() is not called is no mistake here
?>
--EXPECT--
[true,true,null,["data","taskWorkerIndex","finishCallback"]]
