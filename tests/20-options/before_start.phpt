--TEST--
SeatPush: errors: start() without a callback, and methods that need a running server
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
foreach ([fn () => $server->start(), fn () => $server->push(1, 'x'), fn () => $server->close(1), fn () => $server->exists(1), fn () => $server->getClientInfo(1), fn () => $server->send(1, 'x')] as $try) {
    try {
        $try();
    } catch (SeatPush\Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump($server->shutdown(), $server->getWorkerId(), count($server->connections));
?>
--EXPECT--
no Message callback is registered, so nothing would happen: call $server->on('Message', function ($server, $frame) { ... }) before start(), or $server->on('Request', ...) for HTTP only
push() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
close() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
exists() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
getClientInfo() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
send() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
bool(false)
bool(false)
int(0)
