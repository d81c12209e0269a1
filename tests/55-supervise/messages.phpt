--TEST--
SeatPush: sendMessage(): what one worker sends, another gets in PipeMessage, in order
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('$got = [];
$server->on("PipeMessage", function ($server, $from, $message) use (&$got) {
    $got[] = $message;
    if ($message === "answer") {
        $server->sendMessage("answer of " . $server->worker_id, $from);
    }
    if ($message instanceof ArrayObject || $message === "last") {
        $GLOBALS["asked"] && $server->push($GLOBALS["asked"], json_encode([$from, count($got), $message]));
    }
});
$asked = 0;', "['worker_num' => 2, 'reload_mode' => 'keep']");
$of = [];
while (count($of) < 2) {
    $visitor = $server->visitor();
    $of[(int) $visitor->send('$server->worker_id')->text()] ??= $visitor;
}
[$ada, $ben] = $of;
$ben->send('$GLOBALS["asked"] = $frame->fd')->text();
echo $ada->send('[$server->sendMessage(new ArrayObject([1, "two" => [3.5, null]]), 1), $server->sendMessage("text", 1)]')->text(), ', ', $ben->text(), "\n";

echo "-- many, in order\n";
$ada->send('(function () use ($server) { foreach (range(1, 1000) as $n) { $server->sendMessage($n, 1); } return $server->sendMessage("last", 1); })()');
echo $ada->text(), ', ', $ben->text(), ', ', $ben->send('array_slice($GLOBALS["got"], 2, 1000) === range(1, 1000)')->text(), "\n";

echo "-- answers\n";
$ada->send('$server->sendMessage("answer", 1)')->text();
for ($end = microtime(true) + BOUND; microtime(true) < $end && ($got = $ada->send('$GLOBALS["got"]')->text()) === '[]';);
echo $got, "\n";

echo "-- what cannot be sent, and nobody\n";
foreach (['"x", 0', '"x", 2', '"x", -1', 'fn () => 1, 1', 'str_repeat("x", 5 << 20), 1'] as $call) {
    $ada->send('(function () use ($server) { try { return $server->sendMessage(' . $call . '); } catch (Throwable $e) { return get_class($e) . ": " . $e->getMessage(); } })()');
    echo json_decode($ada->text()), "\n";
}
echo $server->stop(), "\n";
$server = new Supervised('', "['worker_num' => 2]");
echo $server->ask('(function () use ($server) { try { return $server->sendMessage("x", 1); } catch (Throwable $e) { return get_class($e) . ": " . $e->getMessage(); } })()'), "\n", $server->stop(), "\n";
?>
--EXPECT--
[true,true], [0,1,{"0":1,"two":[3.5,null]}]
-- many, in order
true, [0,1003,"last"], true
-- answers
["answer of 1"]
-- what cannot be sent, and nobody
ValueError: SeatPush\Server::sendMessage(): Argument #2 ($dstWorkerId) must be the number of another worker, 0 given: they count from 0 on, those of task_worker_num after those of worker_num
ValueError: SeatPush\Server::sendMessage(): Argument #2 ($dstWorkerId) must be the number of another worker, 2 given: they count from 0 on, those of task_worker_num after those of worker_num
ValueError: SeatPush\Server::sendMessage(): Argument #2 ($dstWorkerId) must be the number of another worker, -1 given: they count from 0 on, those of task_worker_num after those of worker_num
Exception: Serialization of 'Closure' is not allowed
ValueError: SeatPush\Server::sendMessage(): Argument #1 ($message) takes 5242881 bytes, which is too much for a message to a worker: keep it in Redis or a file, and send where it is
0 bool(true)
"SeatPush\\Exception: sendMessage() has no callback that would get it: call $server->on('PipeMessage', function ($server, $srcWorkerId, $message) { ... }) before start()"
0 bool(true)
