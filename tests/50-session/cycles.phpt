--TEST--
SeatPush: session: server, port, timer and closures in cycles are collected, and a new server can be made
--EXTENSIONS--
seatpush
--FILE--
<?php
class Witness
{
    public $holds;
    public function __construct(private string $name) {}
    public function __destruct() { echo "$this->name gone\n"; }
}
function make(): void
{
    $server = new SeatPush\Server('127.0.0.1', 0);
    $port = $server->listen('127.0.0.1', 0);
    $a = new Witness('a');
    $a->holds = $server;
    foreach (['Open', 'Message', 'Close', 'Request', 'Start', 'Error'] as $event) {
        $server->on($event, fn () => $a);
    }
    $b = new Witness('b');
    $b->holds = [$server, $port];
    $port->on('Message', fn () => $b);
    $server->self = $server;
}
for ($i = 0; $i < 2; $i++) {
    make();
    echo "collect\n";
    gc_collect_cycles();
}
?>
--EXPECT--
collect
a gone
b gone
collect
a gone
b gone
