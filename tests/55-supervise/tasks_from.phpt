--TEST--
SeatPush: task() of a process of addProcess() is run by a task worker, and the result comes back there; in the supervisor task() says where it belongs
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('$server->on("Task", fn ($server, $id, $from) => [$from, $server->taskworker]);
$server->on("Start", function ($server) {
    foreach (["task", "taskwait"] as $method) {
        try {
            $server->$method(1);
        } catch (SeatPush\Exception $e) {
            echo $e->getMessage(), "\n";
        }
    }
});
$server->addProcess(new SeatPush\Process(function () use ($server) {
    echo "in the process: " . json_encode($server->taskwait(1, 30)) . "\n";
    $server->sleep(200);
}));', "['task_worker_num' => 1]");
$server->server->until('/in the process: .*\n/');
echo $server->stop(), "\n";
?>
--EXPECT--
0 task() is for workers: this is the supervisor, which calls Start, and serves nobody: call it in WorkerStart, if $server->worker_id is 0
taskwait() is for workers: this is the supervisor, which calls Start, and serves nobody: call it in WorkerStart, if $server->worker_id is 0
in the process: [2,true]
bool(true)
