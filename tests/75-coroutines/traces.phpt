--TEST--
SeatPush: coroutines: getBackTrace() and printBackTrace() give a coroutine's own frames, whether it runs, waits, or has another one on top; getOptions() gives what set() was given
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\{Channel, Coroutine};

function waits(Channel $channel, string $text)
{
    return $channel->pop();
}

function names(array|false $trace): string
{
    return json_encode($trace ? array_map(fn ($frame) => ($frame['class'] ?? '') . ($frame['type'] ?? '') . (str_starts_with($frame['function'], '{') ? 'closure' : $frame['function']), $trace) : $trace);
}

function printed(int $cid = 0, int $options = 0, int $limit = 0): string
{
    ob_start();
    Coroutine::printBackTrace($cid, $options, $limit);
    return preg_replace(['/\S*\/|\(\d+\)/', '/\{closure.*?\}/'], ['', 'closure'], ob_get_clean());
}

Coroutine::run(function () {
    $channel = new Channel();
    $waiting = Coroutine::create(fn () => waits($channel, 'text'));
    echo names(Coroutine::getBackTrace($waiting)), "\n";
    [$pop, $waits] = Coroutine::getBackTrace($waiting);
    echo json_encode([basename($pop['file']), $pop['line'], $pop['object'] === $channel, $waits['args'][1]]), "\n";
    echo json_encode(array_keys(Coroutine::getBackTrace($waiting, DEBUG_BACKTRACE_IGNORE_ARGS, 1)[0])), ' ', count(Coroutine::getBackTrace($waiting, 0, 2)), "\n";
    echo printed($waiting), printed($waiting, DEBUG_BACKTRACE_IGNORE_ARGS, 1);
    echo names(Coroutine::getBackTrace()), ' ', names(Coroutine::getBackTrace(Coroutine::getCid())), "\n", printed();
    $below = Coroutine::getCid();
    Coroutine::create(function () use ($below) {
        echo names(Coroutine::getBackTrace($below)), ' ', names(Coroutine::getBackTrace()), "\n";
        echo (new Exception())->getTrace()[1]['function'], "\n";
    });
    $fiber = new Fiber(function () {
        Coroutine::sleep(0.001);
    });
    $inside = Coroutine::create(fn () => $fiber->start());
    echo names(Coroutine::getBackTrace($inside)), "\n";
    Coroutine::join([$inside]);
    echo names(Coroutine::getBackTrace($inside)), json_encode(printed($inside)), "\n";
    $channel->push(1);
    echo names(Coroutine::getBackTrace($waiting)), "\n";
});
echo names(Coroutine::getBackTrace()), ' ', json_encode(Coroutine::getOptions()), "\n";
Coroutine::set(['max_coroutine' => 50, 'hook_flags' => 1]);
Coroutine::set(['hook_flags' => 2, 'own' => [new stdClass()]]);
echo json_encode(Coroutine::getOptions()), "\n";
var_dump(Coroutine::disableScheduler(), Coroutine::enableScheduler(), Coroutine::dnsLookup('127.0.0.1'), Coroutine::dnsLookup('no address', 1.0));
?>
--EXPECT--
["SeatPush\\Channel->pop","waits","closure"]
["traces.php",6,true,"text"]
["file","line","function","class","type"] 2
#0 traces.php: SeatPush\Channel->pop()
#1 traces.php: waits(Object(SeatPush\Channel), 'text')
#2 [internal function]: closure()
#0 traces.php: SeatPush\Channel->pop()
["closure"] ["closure"]
#0 traces.php: printed()
#1 [internal function]: closure()
["SeatPush\\Coroutine::create","closure"] ["closure"]
create
["SeatPush\\Coroutine::sleep","closure","Fiber->start","closure"]
false""
false
false null
{"max_coroutine":50,"hook_flags":2,"own":[{}]}
bool(true)
bool(false)
string(9) "127.0.0.1"
bool(false)
