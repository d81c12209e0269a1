--TEST--
SeatPush: a task worker that is killed in one task loses that one alone: those that it has taken, and not begun, are run by the next
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

/* The first task waits until all are sent, so the task worker takes those that follow at once. */
$gate = tempnam(sys_get_temp_dir(), 'seatpush-');
unlink($gate);
$code = '$server->on("Task", function ($server, $id, $from, $data) {
    if ($data === "gate") {
        while (!file_exists("' . $gate . '")) {
            usleep(1000);
        }
    }
    if ($data === "killed") {
        exec("kill -9 " . getmypid());
    }
    return $data;
});
$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "all"));
$server->on("Finish", fn ($server, $id, $result) => $server->publish("all", "$result is done"));';
$server = new Supervised($code, "['task_worker_num' => 1, 'task_concurrency' => 6]");
$ada = $server->visitor();
echo $ada->send('array_map($server->task(...), ["gate", "killed", "one", "two", "three", "four", "five"])')->text(), "\n";
touch($gate);
for ($i = 0; $i < 6; $i++) {
    echo $ada->text(), "\n";
}
echo preg_replace('/\d{2,}/', 'n', $server->server->log('run again'));
echo $server->stop(), "\n";
unlink($gate);
?>
--EXPECT--
[0,1,2,3,4,5,6]
gate is done
one is done
two is done
three is done
four is done
five is done
ERROR seatpush (worker 0, generation 0): the task worker with process id n has ended with 1 task that it had begun: they are not run again
0 bool(true)
