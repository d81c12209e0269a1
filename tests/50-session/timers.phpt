--TEST--
SeatPush: session: timers: tick, after, arguments, clear, list, info; made before start and after
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
use SeatPush\Timer;
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$before = Timer::after(1, fn (...$a) => print('before ' . json_encode($a) . "\n"), 'x', 2);
var_dump(Timer::exists($before), iterator_to_array(Timer::list()) === [$before], Timer::info($before)['interval'], count(Timer::list()), Timer::list() instanceof ArrayIterator);
foreach (Timer::list() as $id) {
    var_dump($id === $before);
}
foreach ([0, -1] as $ms) {
    try {
        Timer::tick($ms, fn () => 1);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
$server->on('Start', function ($server) use ($before) {
    $n = 0;
    $server->tick(1, function ($id, $word) use (&$n, $server) {
        echo "$word ", ++$n, ' ', Timer::info($id)['exec_count'], Timer::info($id)['round'] < 3 ? '' : ' later', "\n";
        if ($n === 3) {
            var_dump(Timer::clear($id), Timer::clear($id), Timer::info($id));
            $server->after(5, function () use ($server) {
                Timer::tick(1000, fn () => print("no\n"));
                Timer::clearAll();
                echo json_encode([iterator_to_array(Timer::list()), Timer::stats()['num']]), "\n";
                $server->defer(fn () => $server->shutdown());
            });
        }
    }, 'tick');
});
serve($server);
PHP);
echo $server->wait(), "\n", preg_replace('/^(before .*\n)|(?<=\n)(before .*\n)/', '', $server->stdout()), substr_count($server->stdout(), 'before ["x",2]'), "\n";
?>
--EXPECT--
0
bool(true)
bool(true)
int(0)
int(1)
bool(true)
bool(true)
SeatPush\Timer::tick(): Argument #1 ($ms) must be from 1 to 31536000000 milliseconds
SeatPush\Timer::tick(): Argument #1 ($ms) must be from 1 to 31536000000 milliseconds
tick 1 1
tick 2 2
tick 3 3
bool(true)
bool(false)
NULL
[[],0]
1
