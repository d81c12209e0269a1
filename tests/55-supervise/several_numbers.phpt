--TEST--
SeatPush: worker_num: each worker knows its own number, also in a task
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

foreach (['four arguments' => ['false', '$task, $from'], 'an object' => ['true', '$task->id, $task->worker_id']] as $how => [$object, $what]) {
    $server = new Supervised("\$server->on('Task', fn (\$server, \$task, \$from = null) => [$what]);", "['worker_num' => 2, 'task_object' => $object]");
    $of = [];
    while (count($of) < 2) {
        $visitor = $server->visitor();
        $of[(int) $visitor->send('$server->worker_id')->text()] ??= $visitor;
    }
    ksort($of);
    echo "-- $how\n";
    foreach ($of as $visitor) {
        $visitor->send('[$server->getWorkerId(), SeatPush\Server::workerId(), $server->getWorkerPid() === getmypid(), $server->getWorkerPid(0) === getmypid(), $server->getWorkerPid(1) === getmypid(), $server->getWorkerPid(2), $server->taskwait("x", 10)]');
        echo $visitor->text(), "\n";
    }
    echo $server->stop(), "\n";
}
?>
--EXPECT--
-- four arguments
[0,0,true,true,false,false,[0,0]]
[1,1,true,false,true,false,[0,1]]
0 bool(true)
-- an object
[0,0,true,true,false,false,[0,0]]
[1,1,true,false,true,false,[0,1]]
0 bool(true)
