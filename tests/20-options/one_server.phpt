--TEST--
SeatPush: errors: a second server, a constructor called twice, a constructor not called
--EXTENSIONS--
seatpush
--FILE--
<?php
class Sub extends SeatPush\Server
{
    public function __construct() {}
}
$server = new SeatPush\Server('127.0.0.1', 0);
foreach ([fn () => new SeatPush\Server('127.0.0.1', 0), fn () => $server->__construct('127.0.0.1', 0), fn () => (new Sub())->set([])] as $try) {
    try {
        $try();
    } catch (SeatPush\Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
unset($server, $try, $e);
gc_collect_cycles();
var_dump((new SeatPush\Server('127.0.0.1', 0))->port > 0);
?>
--EXPECT--
there is a server already, and a process can have only one: use $server->listen() for another port, or another process for another server
the constructor of a server can be called only once
the server's constructor has not run: call parent::__construct($host, $port) first
bool(true)
