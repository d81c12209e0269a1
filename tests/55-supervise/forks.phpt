--TEST--
SeatPush: supervise: children that the script forks in each kind of process and callback, that misuse the server and outlive it, change nothing in reload, hand-over, tables and stop
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$dir = sys_get_temp_dir() . '/seatpush-forks-' . getmypid();
mkdir($dir);
touch("$dir/gate");
$code = '$dir = "' . $dir . '";' . <<<'PHP'
$table = new SeatPush\Table(64);
$table->column('by', SeatPush\Table::TYPE_INT);
$table->create();
$once = new SeatPush\Atomic(0);
$kind = fn () => match (true) {
    SeatPush\Server::workerId() === null => 'supervisor',
    SeatPush\Server::workerId() < 2 => 'worker',
    SeatPush\Server::workerId() === 2 => 'task worker',
    default => 'own process',
};
/* Once in each generation and kind of process. The child tries what is not its own, and lives on. */
$fork = function (string $where) use ($server, $table, $dir, $kind) {
    $name = $kind() . " $where " . (SeatPush\Server::generation() ?? 0);
    if (!@mkdir("$dir/$name") || pcntl_fork() !== 0) {
        return;
    }
    $said = [];
    foreach ([
        fn () => $server->push(1, 'x'),
        fn () => $server->publish('show', 'x'),
        fn () => $server->close(1),
        fn () => $server->task('x'),
        fn () => $server->sendMessage('x', 0),
        fn () => $server->finish('x'),
        fn () => $server->reload(),
        fn () => $server->shutdown(),
        fn () => $server->stop(),
        fn () => $server->sleep(1),
        fn () => $server->after(1, fn () => print('TIMER')),
        fn () => $server->start(),
    ] as $i => $call) {
        try {
            $said[] = $i . ' ' . json_encode($call());
        } catch (Throwable $error) {
            $said[] = $i . ' ' . $error->getMessage();
        }
    }
    $table->incr('children', 'by', 2);
    file_put_contents("$dir/$name/said", implode("\n", $said));
    while (is_file("$dir/gate")) {
        usleep(50000);
        clearstatcache();
    }
    if (crc32($name) % 2) {
        exec('kill -9 ' . getmypid());
    }
    exit(0);
};
foreach (['Start', 'BeforeReload', 'AfterReload', 'WorkerStart', 'WorkerExit', 'WorkerStop', 'Connect', 'BeforeHandshakeResponse', 'PipeMessage', 'Finish', 'BeforeShutdown', 'Shutdown'] as $event) {
    $server->on($event, fn () => $fork($event));
}
$server->on('Task', function ($server, $task, $from, $data) use ($fork) {
    $fork('Task');
    return $data;
});
$server->on('Open', function ($server, $request) use ($fork, $table) {
    $fork('Open');
    $server->subscribe($request->fd, 'show');
    $table->set((string) $request->fd, ['by' => 1]);
});
$server->on('Close', function ($server, $fd) use ($fork, $table) {
    $fork('Close');
    $table->del((string) $fd);
});
$server->addProcess(new SeatPush\Process(function () use ($server, $fork) {
    $fork('Process');
    while (true) {
        $server->sleep(1000);
    }
}));
PHP;
$settings = "['worker_num' => 2, 'task_worker_num' => 1, 'reload_mode' => 'keep', 'slow_callback_ms' => 0, 'max_wait_time' => 60]";
$server = new Supervised($code, $settings);

/** Each visitor asks, and all of the topic hear what each publishes. */
function works(Supervised $server, array $visitors): string
{
    foreach ($visitors as $i => $visitor) {
        $answers[] = $visitor->send('$server->taskwait("a task", 30)')->text();
        $visitor->send('$server->sendMessage("x", 1 - $server->worker_id)')->text();
        $visitor->send('$server->task("and Finish") !== false')->text();
        $answers[] = $visitor->send('[count($server->connections), count(array_filter(iterator_to_array($GLOBALS["table"]), fn ($row) => $row["by"] === 1))]')->text();
        $counts[] = $visitor->send('$server->publish("show", "news") && false')->text();
        foreach ($visitors as $each) {
            $heard[] = $each->text();
        }
    }
    return implode(' ', array_unique(array_merge($answers, $counts, $heard)));
}

$visitors = array_merge(...array_map(fn ($some) => array_slice($some, 0, 2), $all = $server->spread(2, 2)));
foreach (array_merge(...$all) as $visitor) {
    in_array($visitor, $visitors, true) || $visitor->close()->text();
}
$visitors[0]->send('(function () use ($server) { for ($end = hrtime(true) + 20e9; count($server->connections) !== 4 && hrtime(true) < $end;) $server->sleep(2); })()')->text();
echo works($server, $visitors), "\n";
for ($i = 1; $i <= 2; $i++) {
    echo $server->reload(), "\n";
    for ($end = microtime(true) + BOUND; preg_match_all('/connections came from the process before/', $server->log()) < 2 * $i && microtime(true) < $end; usleep(2000));
    echo works($server, $visitors), "\n";
}
$server->server->signal(SIGTERM);
foreach ($visitors as $visitor) {
    echo $visitor->text(), ', ';
    $visitor->close();
}
$server->server->until('/seatpush: stopped/');
// A child closes its copies in fork(), which it may have been too late for.
for ($end = microtime(true) + BOUND; ($open = @stream_socket_client("tcp://127.0.0.1:{$server->port}")) && microtime(true) < $end; usleep(2000));
echo $open ? 'the port is open' : 'the port is closed', "\n";
for ($end = microtime(true) + BOUND; (count(glob("$dir/*", GLOB_ONLYDIR)) > count($children = glob("$dir/*/said")) || !is_dir("$dir/supervisor Shutdown 0")) && microtime(true) < $end; usleep(2000));
$said = array_unique(array_merge(...array_map(fn ($file) => file($file, FILE_IGNORE_NEW_LINES), $children)));
sort($said, SORT_NATURAL);
echo preg_replace('/: let the child.*/m', '', implode("\n", $said)), "\n";
$places = array_unique(array_map(fn ($file) => preg_replace('/ \d+$/', '', basename(dirname($file))), $children));
sort($places);
echo implode(', ', $places), "\n";
unlink("$dir/gate");
echo $server->server->wait(), ' ', $server->server->stdout();
echo $server->server->log('ERROR|WARNING');
exec('rm -r ' . escapeshellarg($dir));
?>
--EXPECT--
"a task" [4,4] news false
reload: generation 1 serves
"a task" [4,4] news false
reload: generation 2 serves
"a task" [4,4] news false
close 1001 server is stopping, close 1001 server is stopping, close 1001 server is stopping, close 1001 server is stopping, the port is closed
0 push(): this process is a child that a callback forked, and the server is its parent's
1 publish(): this process is a child that a callback forked, and the server is its parent's
2 close(): this process is a child that a callback forked, and the server is its parent's
3 task(): this process is a child that a callback forked, and the server is its parent's
4 sendMessage(): this process is a child that a callback forked, and the server is its parent's
5 finish(): this process is a child that a callback forked, and the server is its parent's
6 reload(): this process is a child that a callback forked, and the server is its parent's
7 shutdown(): this process is a child that a callback forked, and the server is its parent's
8 shutdown(): this process is a child that a callback forked, and the server is its parent's
9 sleep(): this process is a child that a callback forked, and the server is its parent's
10 a timer: this process is a child that a callback forked, and the server is its parent's
11 the server has been started already; to start again, make a new one after start() has returned and the old one is gone
own process Process, supervisor AfterReload, supervisor BeforeReload, supervisor BeforeShutdown, supervisor Shutdown, supervisor Start, task worker Task, task worker WorkerExit, task worker WorkerStart, task worker WorkerStop, worker BeforeHandshakeResponse, worker Close, worker Connect, worker Finish, worker Open, worker PipeMessage, worker WorkerExit, worker WorkerStart, worker WorkerStop
0 bool(true)
