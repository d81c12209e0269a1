--TEST--
SeatPush: task_worker_num: what cannot go to a task worker or back, full mailboxes, and task_concurrency
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$code = '$got = 0; $kept = [];
$server->on("Task", function ($server, $task) {
    return eval("return $task->data;");
});
$server->on("Finish", function ($server, $id, $result) {
    $GLOBALS["got"] += is_string($result) ? strlen($result) : 1;
});
function attempt(Closure $what)
{
    try {
        return $what();
    } catch (Throwable $error) {
        return get_class($error) . ": " . $error->getMessage();
    }
}';
$server = new Supervised($code, "['worker_num' => 1, 'task_worker_num' => 1, 'task_object' => true, 'task_concurrency' => 3, 'task_queue' => 100, 'slow_callback_ms' => 0]");
$ada = $server->visitor();

function ask(string $expression): void
{
    global $ada;
    echo $ada->send("attempt(fn () => $expression)")->text(), "\n";
}

/** Until the results of task() have brought so many bytes. */
function await(int $bytes): void
{
    global $ada;
    for ($end = microtime(true) + BOUND; microtime(true) < $end && (int) $ada->send('$GLOBALS["got"]')->text() !== $bytes;);
    echo $ada->send('[$GLOBALS["got"], $server->stats()["tasking_num"]]')->text(), "\n";
    $ada->send('$GLOBALS["got"] = 0')->text();
}

echo "-- there\n";
ask('$server->task(str_repeat("x", 5 << 20))');
ask('$server->task(fn () => 1)');
ask('$server->taskwait(fn () => 1)');
ask('$server->taskWaitMulti(["1", fn () => 1])');
ask('$server->task("1", 1)');
ask('$server->taskwait("1", 1.0, -2)');
ask('$server->taskwait("strlen(\"" . str_repeat("x", 4000000) . "\")", 30)');

echo "-- and back\n";
ask('strlen($server->taskwait("str_repeat(\"x\", 4000000)", 30))');
ask('$server->taskwait("str_repeat(\"x\", 5 << 20)", 30)');
ask('$server->taskwait("fn () => 1", 30)');
ask('$server->taskwait("throw new Exception(\"by Task\")", 30)');
ask('$server->taskwait("null", 30)');
ask('$server->taskwait("[attempt(fn () => \$task->finish(fn () => 1)), \$task->finish(\"first\"), \$task->finish(\"second\")]", 30)');

echo "-- results for a worker that blocks wait; more than 16 MiB of them do not\n";
$ada->send('$server->task("[\$task->finish(str_repeat(\"x\", 1 << 20)), usleep(1000)][0]") !== false')->text();
await((1 << 20) + 1);
$given = tempnam(sys_get_temp_dir(), 'seatpush-');
unlink($given);
$ada->send('$server->task("[count(array_filter(array_map(fn () => \$task->finish(str_repeat(\"x\", 1 << 20)), range(1, 60)))), touch(\"' . $given . '\")][0]")')->text();
$ada->send('attempt(function () { for ($end = hrtime(true) + 20e9; !file_exists("' . $given . '") && hrtime(true) < $end; clearstatcache()) usleep(1000); })')->text();
unlink($given);
for ($end = microtime(true) + BOUND; microtime(true) < $end && $ada->send('$server->stats()["tasking_num"]')->text() !== '0';);
echo ($n = (int) $ada->send('$GLOBALS["got"]')->text()) % (1 << 20), ' ', $n >> 20 >= 16 ? 'many' : $n, "\n";
$ada->send('$GLOBALS["got"] = 0')->text();

echo "-- a mailbox that is full: the tasks wait\n";
ask('count(array_filter(array_map(fn () => $server->task("strlen(\"" . str_repeat("x", 1 << 20) . "\")"), range(1, 20)), is_int(...)))');
await(20);

echo "-- task_concurrency at a time, task_queue that wait\n";
ask('count(array_filter(array_map(fn () => $server->task("\$GLOBALS[\"kept\"][] = \$task and \$server->sleep(1)"), range(1, 120)), is_int(...)))');
await(100);
echo "-- Task objects that are kept: results come later\n";
ask('$server->taskwait("array_sum(array_map(fn (\$task) => \$task->finish(\"xx\"), \$GLOBALS[\"kept\"])) . (\$GLOBALS[\"kept\"] = null)", 30)');
await(200);
ask('$server->taskwait("\$GLOBALS[\"most\"] = 0", 30)');
echo $server->stop(), "\n";
echo preg_replace(['/ in the .*/', '/task \d+/', '/\d{7,}/'], ['', 'task n', 'n'], $server->server->log('ERROR|WARNING'));
?>
--EXPECT--
-- there
"ValueError: SeatPush\\Server::task(): Argument #1 ($data) takes 5242881 bytes, which is too much for a task worker: keep it in Redis or a file, and give the task where it is"
"Exception: Serialization of 'Closure' is not allowed"
"Exception: Serialization of 'Closure' is not allowed"
"Exception: Serialization of 'Closure' is not allowed"
"ValueError: SeatPush\\Server::task(): Argument #2 ($taskWorkerIndex) must be -1 for any task worker, or the number of one, which count from 0 to 0"
"ValueError: SeatPush\\Server::taskwait(): Argument #3 ($taskWorkerIndex) must be -1 for any task worker, or the number of one, which count from 0 to 0"
4000000
-- and back
4000000
false
false
false
false
"first"
-- results for a worker that blocks wait; more than 16 MiB of them do not
[1048577,0]
1 many
-- a mailbox that is full: the tasks wait
20
[20,0]
-- task_concurrency at a time, task_queue that wait
100
[100,0]
-- Task objects that are kept: results come later
"100"
[200,0]
0
0 bool(true)
ERROR seatpush (task worker 1, generation 0): a result of n bytes of task n is lost to worker 0: it is too large: keep it in Redis or a file, and return where it is (said once a minute)
ERROR seatpush (task worker 1, generation 0): uncaught
ERROR seatpush (task worker 1, generation 0): uncaught
ERROR seatpush (task worker 1, generation 0): a result of n bytes of task n is lost to worker 0: it does not take its results: look for a callback that blocks there (said once a minute)
WARNING seatpush (worker 0, generation 0): a task was not accepted: the queue is full, see task_queue and task_worker_num (1 in all, 100 tasks wait; said once a minute)
