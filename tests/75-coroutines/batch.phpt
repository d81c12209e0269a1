--TEST--
SeatPush: coroutines: Swoole's batch(), map() and parallel(), and its Scheduler
--EXTENSIONS--
seatpush
--INI--
seatpush.swoole_aliases=1
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

use Swoole\Coroutine;
use Swoole\Coroutine\{Channel, Scheduler};
use function Swoole\Coroutine\{batch, map, parallel};

set_error_handler(fn (int $level, string $text) => error_reporting() & $level ? throw new ErrorException($text) : true);
function tried(callable $what): string
{
    try {
        return json_encode($what());
    } catch (Throwable $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
}

final class Task
{
    public function __call(string $name, array $args)
    {
        return "$name of " . implode(',', $args);
    }

    private function hidden(string $text): void
    {
        echo "hidden $text\n";
    }

    public function put(Scheduler $scheduler): void
    {
        $scheduler->add([$this, 'hidden'], 'callable');
    }
}

$scheduler = new Scheduler();
echo tried(fn () => $scheduler->start()), ' ', json_encode($scheduler->getOptions()), "\n";
echo json_encode([$scheduler->set(['max_coroutine' => 6]), $scheduler->getOptions()]), "\n";
(new Task())->put($scheduler);
$scheduler->parallel(2, function (string ...$args) {
    Coroutine::sleep(0.001);
    echo implode(' ', $args), "\n";
}, 'one', 'of two');
$scheduler->add(function () use ($scheduler) {
    $never = new Channel();
    echo json_encode(batch([
        'late' => function () { Coroutine::sleep(0.001); return 1; },
        'at once' => fn () => 2,
        9 => [new Task(), 'called'],
    ])), "\n";
    $late = batch(['never' => fn () => $never->pop(), 'there' => fn () => 'yes'], 0.001);
    $never->push('too late');
    echo json_encode([$late, batch([])]), "\n";
    echo json_encode(map(['x' => 'a', 'y' => 'b', 'c'], function (string $value, string|int $key) {
        Coroutine::sleep($key === 'x' ? 0.002 : 0.001);
        return "$key: $value";
    })), "\n";
    $count = 0;
    parallel(3, function () use (&$count) {
        Coroutine::sleep(0.001);
        $count++;
    });
    echo "$count\n";
    echo tried(fn () => parallel(-1, fn () => 1)), "\n";
    echo tried(fn () => batch([fn () => 1, 'no function'])), "\n";
    echo tried(fn () => map(range(1, 9), function () { Coroutine::sleep(0.001); })), "\n";
    echo tried(fn () => $scheduler->add(fn () => 1)), "\n";
    echo tried(fn () => (new Scheduler())->start()), "\n";
});
echo tried(fn () => $scheduler->parallel(3, fn () => 1)), "\n";
echo tried(fn () => $scheduler->parallel(-1, fn () => 1)), "\n";
echo tried(fn () => $scheduler->start()), "\n";
echo tried(fn () => $scheduler->start()), "\n";
echo tried(fn () => batch([fn () => 1])), "\n";
echo tried(fn () => clone $scheduler), "\n", (new ReflectionClass('Co\Scheduler'))->name, "\n";

$cycle = new Scheduler();
$cycle->add(fn () => $cycle, $cycle);
$alive = WeakReference::create($cycle);
unset($cycle);
gc_collect_cycles();
var_dump($alive->get());

// An exception of a task is logged, and its result is null.
$server = TestServer::run(<<<'PHP'
Co\run(fn () => print(json_encode(Swoole\Coroutine\batch(['throws' => fn () => throw new Exception('in a task'), 'other' => fn () => 1])) . "\n"));
PHP, ['seatpush.swoole_aliases' => 1]);
echo $server->wait(), ' ', $server->stdout();
preg_match('/uncaught in the go callback: Exception: in a task/', $server->log(), $line);
echo $line[0] ?? 'not logged', "\n";
?>
--EXPECT--
false null
[true,{"max_coroutine":6}]
SeatPush\Exception: a Scheduler takes 6 coroutines, as many as max_coroutine allows: raise it with set()
ErrorException: Swoole\Coroutine\Scheduler::parallel(): Argument #1 ($n) must not be negative
hidden callable
one of two
one of two
{"late":1,"at once":2,"9":"called of "}
[{"never":null,"there":"yes"},[]]
{"x":"x: a","y":"y: b","0":"0: c"}
3
ErrorException: Swoole\Coroutine\parallel(): Argument #1 ($n) must not be negative
TypeError: Swoole\Coroutine\batch(): Argument #1 ($tasks) must hold functions that can be called without arguments
SeatPush\Exception: there are 6 coroutines already, as many as max_coroutine allows: let some end first, or raise it
SeatPush\Exception: this Scheduler has started: start further coroutines with Coroutine::create()
SeatPush\Exception: Scheduler::start() turns the loop, which something else does already: start a coroutine with create()
true
SeatPush\Exception: this Scheduler has started: start further coroutines with Coroutine::create()
SeatPush\Exception: batch() can wait only in a callback of a running server, or in Coroutine::run()
Error: Trying to clone an uncloneable object of class Swoole\Coroutine\Scheduler
Swoole\Coroutine\Scheduler
NULL
0 {"throws":null,"other":1}
uncaught in the go callback: Exception: in a task
