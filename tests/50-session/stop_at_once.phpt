--TEST--
SeatPush: session: shutdown() in Start and in WorkerStart: start() returns true, and nobody is served
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

foreach (['Start', 'WorkerStart'] as $event) {
    $server = TestServer::run("\$event = '$event';" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Request', fn ($q, $r) => $r->end());
    foreach (['BeforeShutdown', 'WorkerStop', 'Shutdown'] as $name) {
        $server->on($name, fn () => print("$name\n"));
    }
    $server->on($event, fn ($s) => print(json_encode([$s->shutdown(), $s->shutdown()]) . "\n"));
    var_dump($server->start(), $server->shutdown());
    PHP);
    echo $server->wait(), "\n", $server->stdout();
}
?>
--EXPECT--
0
[true,false]
BeforeShutdown
WorkerStop
Shutdown
bool(true)
bool(false)
0
[true,false]
BeforeShutdown
WorkerStop
Shutdown
bool(true)
bool(false)
