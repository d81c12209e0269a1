--TEST--
SeatPush: tasks: a full queue, ten thousand tasks, what Task gets, and where task(), finish() and addProcess() cannot be called
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

const HEAD = <<<'PHP'
function attempt(Closure $what): void
{
    try {
        echo json_encode($what()), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$server->on('Error', fn ($server, $error, $where) => print("$where: {$error->getMessage()}\n"));

PHP;

// Ten thousand fit. Objects are the same ones, arrays are copies.
$server = TestServer::run(HEAD . <<<'PHP'
attempt(fn () => $server->task('too early'));
$server->on('Task', function ($server, int $id, int $from, $data) use (&$given) {
    if (is_object($data)) {
        $data->list[] = 'by Task';
        return $data;
    }
    return $id === 10000 ? throw new Exception('of the last task') : $data;
});
$server->on('Finish', function ($server, $id, $result) {
    if ($id === 0) {
        echo 'Finish: ', implode(', ', $result->list), "\n";
    } elseif ($id === 9999) {
        $server->after(1, $server->shutdown(...));
        throw new Exception("of Finish for $result");
    }
});
$server->on('WorkerStart', function ($server) {
    $data = new stdClass();
    $data->list = ['by the caller'];
    $server->task($data);
    for ($i = 1; $i <= 10000; $i++) {
        $last = $server->task($i, $i % 7);
    }
    var_dump($last, $server->stats()['task_queue_num']);
    attempt(fn () => $server->finish('x'));
    attempt(fn () => $server->addProcess(new SeatPush\Process(fn () => 1)));
});
$server->start();
PHP);
echo $server->stdout(), $server->log('uncaught'), "\n";

// A full queue; the object.
$server = TestServer::run(HEAD . <<<'PHP'
$server->set(['task_queue' => 3, 'task_object' => true]);
$server->on('Task', function ($server, SeatPush\Task $task) use (&$kept) {
    $kept = $task;
    echo json_encode([$task->id, $task->data, $task->worker_id, $task->flags, abs($task->dispatch_time - microtime(true)) < 60, $server->worker_id]), "\n";
    if ($task->id < 2) {
        var_dump($task->finish('by the object'), $server->finish('by the server'));
    } else {
        attempt(fn () => clone $task);
        attempt(fn () => serialize($task));
        attempt(fn () => new SeatPush\Task());
        $server->shutdown();
    }
});
$server->on('WorkerStart', function ($server) use (&$kept) {
    $finish = function ($server, $id, $result) use (&$kept) {
        echo "Finish: $result\n";
        if ($result === 'by the server') {
            attempt(fn () => $server->finish('by Finish'));
        }
    };
    foreach ([1, 2, 3, 4, 5] as $n) {
        echo json_encode($server->task(['n' => $n], -1, $n === 1 ? $finish : null)), ' ';
    }
    echo $server->stats()['refused_task_count'], "\n";
});
$server->start();
PHP);
echo $server->stdout(), $server->log('task'), "\n";

// No Task callback.
$server = TestServer::run(HEAD . <<<'PHP'
$server->set(['task_worker_num' => 4, 'dispatch_mode' => 7, 'task_ipc_mode' => 2, 'task_max_request' => 5, 'task_tmpdir' => '/tmp', 'open_http2_protocol' => true]);
$server->on('WorkerStart', function ($server) {
    attempt(fn () => $server->task('x'));
    attempt(fn () => $server->taskwait('x'));
    attempt(fn () => $server->finish('x'));
    $server->shutdown();
});
$server->start();
PHP);
echo $server->stdout(), $server->log('WARNING|ignored');
?>
--EXPECTF--
SeatPush\Exception: task() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
int(10000)
int(10001)
SeatPush\Exception: finish() knows no task here: call it in the Task callback itself; elsewhere use $task->finish(), with the option task_object
SeatPush\Exception: addProcess() comes too late: call it before start()
Finish: by the caller, by Task
Finish: of Finish for 9999
Task: of the last task
ERROR seatpush: uncaught in the Finish callback: Exception: of Finish for 9999 in %s
ERROR seatpush: uncaught in the Task callback: Exception: of the last task in %s

0 1 2 false false 2
[0,{"n":1},0,0,true,0]
Finish: by the object
Finish: by the server
SeatPush\Exception: finish() knows no task here: call it in the Task callback itself; elsewhere use $task->finish(), with the option task_object
bool(true)
bool(true)
[1,{"n":2},0,0,true,0]
bool(false)
bool(false)
[2,{"n":3},0,0,true,0]
Error: Trying to clone an uncloneable object of class SeatPush\Task
Exception: Serialization of 'SeatPush\Task' is not allowed
Error: Call to private SeatPush\Task::__construct() from global scope
WARNING seatpush: a task was not accepted: the queue is full, see task_queue and task_worker_num (1 in all, 3 tasks wait; said once a minute)

SeatPush\Exception: task() has no callback that could run the task: call $server->on('Task', function ($server, $taskId, $srcWorkerId, $data) { ... }) before start()
SeatPush\Exception: taskwait() has no callback that could run the task: call $server->on('Task', function ($server, $taskId, $srcWorkerId, $data) { ... }) before start()
SeatPush\Exception: finish() has no callback that could run the task: call $server->on('Task', function ($server, $taskId, $srcWorkerId, $data) { ... }) before start()
WARNING seatpush: task_worker_num is 4, and no Task callback is registered, so task() will throw: call $server->on('Task', function ($server, $taskId, $srcWorkerId, $data) { ... }) before start()
NOTICE seatpush: ignored options: dispatch_mode (the worker with the fewest connections takes the next one), task_ipc_mode (task workers get tasks through shared memory), task_tmpdir (task workers get tasks through shared memory), open_http2_protocol (HTTP/2 is not served; browsers use HTTP/1.1 for WebSocket)
