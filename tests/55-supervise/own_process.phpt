--TEST--
SeatPush: addProcess(): a process of the script's own is started with the server, reaches its connections, is started again when it ends, and is one at a time across a reload
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$file = tempnam(sys_get_temp_dir(), 'seatpush-');
$code = '$server->on("Task", fn () => 1);
$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));
$server->on("PipeMessage", fn ($server, $from, $message) => $server->publish("show", "process got $message of $from"));
$numbers[] = $server->addProcess(new SeatPush\Process(function (SeatPush\Process $process) use ($server) {
    file_put_contents("' . $file . '", json_encode([$process->pid, $process->id, $process->pid === getmypid(), $server->taskworker, SeatPush\Server::generation()]));
    while (true) {
        usleep(2000); // it may block
        $server->publish("show", "tick of $process->pid");
        foreach ($server->connections as $fd) {
            $server->push($fd, "hello of $process->pid");
        }
        $server->sleep(2); // or wait
    }
}));
$numbers[] = $server->addProcess(new SeatPush\Process(fn () => $server->sleep(200)));
$numbers === [0, 1] || print("other numbers\n");
$server->on("WorkerStart", fn ($server, $id) => file_put_contents("' . $file . '.started", "$id ", FILE_APPEND));';
$server = new Supervised($code, "['worker_num' => 2, 'task_worker_num' => 1, 'reload_mode' => 'keep', 'slow_callback_ms' => 0, 'max_wait_time' => 60]");

/** @return array{0: int, 1: int, 2: bool, 3: bool, 4: int} what the process has written, once the condition holds */
function written(Closure $condition): array
{
    global $file;
    for ($end = microtime(true) + BOUND; microtime(true) < $end; usleep(2000)) {
        $facts = json_decode((string) file_get_contents($file));
        if ($facts && $condition($facts)) {
            return $facts;
        }
    }
    throw new Exception('nothing of that was written: ' . file_get_contents($file) . $server->log());
}

/** Reads until such a text has come. */
function hear(WsClient $who, string $text): string
{
    for ($i = 0; $i < 10000 && !str_starts_with($heard = $who->text(), $text); $i++);
    return preg_replace('/\d{2,}/', 'n', $heard);
}

$first = written(fn () => true);
echo json_encode(array_slice($first, 1)), "\n";
$ada = $server->visitor();
echo hear($ada, "tick of $first[0]"), ', ', hear($ada, "hello of $first[0]"), "\n";
$ada->send('$server->sendMessage("something", 2 + 1)');
echo preg_replace('/of \d/', 'of n', hear($ada, 'process got')), "\n";

echo "-- killed\n";
signal($first[0], SIGKILL);
$second = written(fn ($facts) => $facts[0] !== $first[0]);
echo json_encode(array_slice($second, 1)), ' ', hear($ada, "tick of $second[0]"), "\n";

$server->server->until('/addProcess\(\) ended: it ended with status 0/');
echo "-- reload\n", $server->reload(), "\n";
$third = written(fn ($facts) => $facts[4] === 1);
hear($ada, "tick of $third[0]");
for ($i = 0; $i < 100; $i++) {
    $heard[] = preg_replace('/\D+/', '', $ada->text());
}
echo implode(', ', array_map(fn ($pid) => $pid === (string) $third[0] ? 'the new one' : $pid, array_unique($heard))), "\n";
echo $server->stop(), "\n";
preg_match_all('/(?:process \d+ of addProcess\(\)|ERROR|WARNING).*/', $server->server->log(), $lines);
echo implode("\n", array_unique(preg_replace('/\d{2,}/', 'n', $lines[0]))), "\n";
$started = array_count_values(explode(' ', trim(file_get_contents("$file.started"))));
ksort($started);
echo json_encode($started), "\n";
unlink($file);
unlink("$file.started");
?>
--EXPECT--
[3,true,false,0]
tick of n, hello of n
process got something of n
-- killed
[3,true,false,0] tick of n
-- reload
reload: generation 1 serves
the new one
0 bool(true)
ERROR seatpush (supervisor): process n of addProcess() ended: it was ended by signal 9 (Killed); it is started again
process n of addProcess() ended: it ended with status 0; it is started again
[2,2,2]
