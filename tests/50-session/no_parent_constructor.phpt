--TEST--
SeatPush: session: in a subclass that does not call the parent's constructor, every method says so
--EXTENSIONS--
seatpush
--FILE--
<?php
class Hall extends SeatPush\Server
{
    public function __construct() {}
}
$hall = new Hall();
$texts = [];
foreach ([fn () => $hall->on('Message', fn () => 1), fn () => $hall->set([]), fn () => $hall->listen('127.0.0.1', 0), fn () => $hall->start(), fn () => $hall->push(1, 'x'), fn () => $hall->exists(1), fn () => $hall->close(1), fn () => $hall->getClientInfo(1), fn () => $hall->stats()] as $call) {
    try {
        $call();
        echo "?\n";
    } catch (SeatPush\Exception $e) {
        $texts[] = $e->getMessage();
    }
}
var_dump(count($texts), array_unique($texts), $hall->shutdown(), $hall->getLastError());
?>
--EXPECT--
int(9)
array(1) {
  [0]=>
  string(82) "the server's constructor has not run: call parent::__construct($host, $port) first"
}
bool(false)
int(0)
