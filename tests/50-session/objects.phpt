--TEST--
SeatPush: session: no cloned, serialized or half-made objects
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
$port = $server->listen('127.0.0.1', 0);
foreach ([$server, $port, $server->connections, new SeatPush\Request(), new SeatPush\Response()] as $object) {
    foreach ([fn () => clone $object, fn () => serialize($object), fn () => unserialize('O:' . strlen($object::class) . ':"' . $object::class . '":0:{}')] as $make) {
        try {
            $make();
            echo $object::class, "?\n";
        } catch (Throwable) {
        }
    }
}
foreach (['Port', 'Timer', 'ConnectionIterator'] as $name) {
    try {
        new ("SeatPush\\$name")();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$response = new SeatPush\Response();
var_dump($response->end('x'), $response->isWritable(), $response->detach(), SeatPush\Response::create(1), (new SeatPush\Request())->getMethod());
?>
--EXPECT--
Call to private SeatPush\Port::__construct() from global scope
Call to private SeatPush\Timer::__construct() from global scope
Call to private SeatPush\ConnectionIterator::__construct() from global scope
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
