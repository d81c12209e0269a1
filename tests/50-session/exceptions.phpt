--TEST--
SeatPush: session: an exception in each callback is logged and passed to Error, and the server goes on
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
foreach (['Start', 'WorkerStart', 'Connect', 'Open', 'Message', 'Close', 'Request', 'Shutdown'] as $event) {
    $server->on($event, fn () => throw new RuntimeException("in $event"));
}
$server->on('Error', function ($s, $e, $event) {
    echo get_class($e), ' ', $e->getMessage(), " ($event)\n";
    throw new LogicException('in Error');
});
$server->after(1, fn () => throw new TypeError('in a timer'));
var_dump(serve($server));
PHP);
$server->until('/in a timer \(Timer\)/');
echo WsClient::connect($server->port)->text(), "\n";
echo HttpClient::get($server->port)['status'], "\n";
$server->until('/in Request(.*\n)+.*in Close/');
echo $server->stop(), "\n";
$said = $server->stdout();
foreach (['Start', 'WorkerStart', 'Connect', 'Open', 'Close', 'Request', 'Shutdown'] as $event) {
    echo $event, ' ', json_encode(str_contains($said, "RuntimeException in $event ($event)") && str_contains($server->log(), "uncaught in the $event callback: RuntimeException: in $event in ")), "\n";
}
echo substr($said, -11), json_encode([str_contains($server->log(), 'uncaught in the Error callback: LogicException'), str_contains($server->log(), 'Stack trace')]), "\n";
?>
--EXPECT--
close 1011
500
0
Start true
WorkerStart true
Connect true
Open true
Close true
Request true
Shutdown true
bool(true)
[true,true]
