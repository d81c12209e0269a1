--TEST--
SeatPush: session: timers that are due at the same moment are called in the order in which they were made
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::run(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$called = [];
$note = function (int|string $what) use (&$called) {
    $called[] = $what;
};
for ($i = 0; $i < 12; $i++) {
    $server->after(20, $note, $i);
}
$server->on('Start', function ($server) use ($note, &$called) {
    for ($i = 0; $i < 12; $i++) {
        $server->tick(30, function ($id, $what) use ($note, $server) {
            $note($what);
            $server->clearTimer($id);
        }, "tick $i");
    }
    $server->after(30, function () use ($server, &$called) {
        echo implode(', ', $called), "\n";
        $server->shutdown();
    });
});
$server->start();
PHP);
echo $server->wait(), "\n", $server->stdout();
?>
--EXPECT--
0
0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, tick 0, tick 1, tick 2, tick 3, tick 4, tick 5, tick 6, tick 7, tick 8, tick 9, tick 10, tick 11
