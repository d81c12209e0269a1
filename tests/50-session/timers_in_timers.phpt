--TEST--
SeatPush: session: a timer may clear other timers and make new ones; one that throws goes on
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::run(<<<'PHP'
use SeatPush\Timer;
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$server->on('Error', fn ($s, $e, $event) => print("$event: {$e->getMessage()}\n"));
$server->on('Start', function ($server) {
    $n = 0;
    $other = Timer::after(3000, fn () => print("no\n"));
    $thrower = $server->tick(2, function ($id) use (&$n) { throw new Exception('throw ' . ++$n . ' of timer ' . json_encode($id === 2)); });
    $server->tick(3, function ($id) use (&$n, $other, $thrower, $server) {
        if ($n < 3) {
            return;
        }
        var_dump($server->clearTimer($thrower), Timer::clear($other), Timer::exists($other), Timer::clear(-1), iterator_to_array(Timer::list()) === [$id]);
        $server->clearTimer($id);
        $info = Timer::info(Timer::after(100000, fn () => 1));
        var_dump($info['interval'], $info['exec_count'], $info['removed'], $info['exec_msec'] > 99000 && $info['exec_msec'] <= 100000);
        $server->after(1, fn (string ...$words) => $server->after(1, function () use ($words, $server) {
            echo implode(' ', $words), "\n";
            $server->shutdown();
        }), 'from', 'within');
    });
});
$server->start();
var_dump(iterator_to_array(Timer::list()));
PHP);
echo $server->wait(), "\n", preg_replace('/(Timer: throw [4-9]\d* .*\n)+/', '', $server->stdout());
?>
--EXPECT--
0
Timer: throw 1 of timer true
Timer: throw 2 of timer true
Timer: throw 3 of timer true
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
int(0)
int(0)
bool(false)
bool(true)
from within
array(0) {
}
