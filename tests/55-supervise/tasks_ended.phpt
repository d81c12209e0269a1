--TEST--
SeatPush: task workers that end: what one had begun is lost, which the log says, and what it had not goes to the next; at a reload and at the stop nothing is lost
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

/* A task blocks its worker until a file is there. */
$gate = tempnam(sys_get_temp_dir(), 'seatpush-');
unlink($gate);
$code = '$server->on("Task", function ($server, $id, $from, $data) {
    [$fd, $name] = $data;
    $server->push($fd, "$name begins");
    while (!file_exists("' . $gate . '")) {
        usleep(1000);
    }
    return $data;
});
$server->on("Finish", function ($server, $id, $result) {
    echo "$result[1] is done\n";
    $server->push($result[0], "$result[1] is done");
});';
$server = new Supervised($code, "['worker_num' => 2, 'task_worker_num' => 1, 'reload_mode' => 'keep', 'max_wait_time' => 60]");
[[$ada], [$ben]] = $server->spread(2, 1);

function task(WsClient $who, string ...$names): void
{
    foreach ($names as $name) {
        $who->send('$server->task([$frame->fd, "' . $name . '"]) !== false')->text() === 'true' || print("$name was not accepted\n");
    }
}

/** What comes from several processes may come in any order. */
function sorted(string ...$texts): string
{
    sort($texts);
    return implode(', ', $texts);
}

function said(Supervised $server): string
{
    $lines = explode("\n", trim(preg_replace('/\d{2,}/', 'n', $server->server->log('ERROR|WARNING'))));
    sort($lines);
    return implode("\n", $lines) . "\n";
}

echo "-- killed\n";
$pid = (int) $ada->send('$server->getWorkerPid(2)')->text();
echo $ada->send('$server->getWorkerStatus(2) === SeatPush\Server::WORKER_IDLE')->text(), ' ';
$ada->send('$server->taskwait([$frame->fd, "one"], 30)');
echo $ada->text(), "\n";
task($ben, 'two', 'three');
echo $ben->send('[$server->getWorkerStatus(2) === SeatPush\Server::WORKER_BUSY, $server->getWorkerStatus(3), $server->getWorkerPid(3), $server->stats()["tasking_num"], $server->stats()["task_idle_worker_num"]]')->text(), "\n";
signal($pid, SIGKILL);
echo $ada->text(), ' ', $ben->text(), "\n";
touch($gate);
echo sorted($ben->text(), $ben->text(), $ben->text()), "\n";
echo said($server);

echo "-- reload\n";
unlink($gate);
task($ada, 'four');
echo $ada->text(), "\n";
task($ada, 'five', 'six');
task($ben, 'seven');
echo $server->reload(), "\n";
echo $ada->text(), "\n";
touch($gate);
echo sorted($ada->text(), $ada->text(), $ada->text(), $ada->text(), $ben->text(), $ben->text()), "\n";

echo "-- stop\n";
unlink($gate);
task($ada, 'eight');
echo $ada->text(), "\n";
task($ben, 'nine');
$server->server->signal(SIGTERM);
$server->server->until('/stopping: \d/');
touch($gate);
echo $server->server->wait(), "\n";
preg_match_all('/\w+ is done/', $server->server->stdout(), $done);
echo sorted(...$done[0]), "\n", said($server);
unlink($gate);
?>
--EXPECT--
-- killed
true one begins
[true,false,false,3,0]
false two begins
three begins, three is done, two is done
ERROR seatpush (supervisor): task worker 2 (process n) ended: it was ended by signal 9 (Killed); another one is started
ERROR seatpush (worker 0, generation 0): the task worker with process id n has ended with 1 task that it had begun: they are not run again
-- reload
four begins
reload: generation 1 serves
five begins
five is done, four is done, seven begins, seven is done, six begins, six is done
-- stop
eight begins
0
eight is done, five is done, four is done, nine is done, seven is done, six is done, three is done, two is done
ERROR seatpush (supervisor): task worker 2 (process n) ended: it was ended by signal 9 (Killed); another one is started
ERROR seatpush (worker 0, generation 0): the task worker with process id n has ended with 1 task that it had begun: they are not run again
