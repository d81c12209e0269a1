--TEST--
SeatPush: max_request, task_max_request: another worker takes the place of one that has served so often; no connection is lost, and the others do not notice
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$code = '$server->on("Task", fn ($server, $id, $from, $data) => getmypid());
$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));';
$server = new Supervised($code, "['worker_num' => 2, 'task_worker_num' => 1, 'reload_mode' => 'keep', 'max_request' => 30, 'max_request_grace' => 1, 'task_max_request' => 5, 'task_max_request_grace' => 1]");
[[$ada], [$ben]] = $server->spread(2, 1);

/** Asks until the answer is another one. */
function until_changed(WsClient $who, string $expression, string $before): string
{
    for ($end = microtime(true) + BOUND; microtime(true) < $end;) {
        $now = $who->send($expression)->text();
        if ($now !== $before && $now !== 'false') {
            return $now;
        }
    }
    throw new Exception('nothing has changed');
}

$pids = '[getmypid(), $server->worker_id, SeatPush\Server::generation()]';
[$before, $other] = [$ada->send($pids)->text(), $ben->send($pids)->text()];
$after = until_changed($ada, $pids, $before);
$number = fn (string $answer) => implode(' ', array_slice(json_decode($answer), 1));
echo "worker {$number($before)}, then {$number($after)}\n";
echo $ben->send($pids)->text() === $other ? "the other one is the same\n" : "the other one is another\n";
echo $ben->send('$server->publish("show", "to all") >= 2')->text(), ' ', $ada->text(), ' ', $ben->text(), "\n";

$task = '$server->taskwait("x", 30)';
$before = $ben->send($task)->text();
until_changed($ben, $task, $before);
echo "another task worker\n";
echo $server->stop(), "\n";
preg_match_all('/(?:task worker 2|worker 0), generation 0\): max_request: \d+ callbacks|\d+ were closed|(?:ERROR|WARNING).*/', $server->server->log(), $found);
$lines = array_unique(preg_replace('/\d+ callbacks/', 'n callbacks', $found[0]));
sort($lines);
echo implode("\n", $lines), "\n";

echo "-- the script is broken meanwhile\n";
$server = new Supervised($code, "['reload_mode' => 'keep', 'max_request' => 5, 'max_request_grace' => 1]");
$ada = $server->visitor();
$before = $ada->send($pids)->text();
$server->change('exit(3);');
for ($end = microtime(true) + BOUND; microtime(true) < $end && !str_contains($server->log(), 'serves on'); usleep(1000)) {
    $ada->send('1')->text();
}
echo $ada->send($pids)->text() === $before ? "the old one serves\n" : "another one serves\n";
$server->change($code);
until_changed($ada, $pids, $before);
echo "and then another one\n", $server->stop(), "\n";
echo preg_match('/worker 0 serves on \(max_request\): .*/', $server->log(), $found), ' ', $found[0], "\n";
?>
--EXPECT--
worker 0 0, then 0 0
the other one is the same
to all to all true
another task worker
0 bool(true)
0 were closed
task worker 2, generation 0): max_request: n callbacks
worker 0, generation 0): max_request: n callbacks
-- the script is broken meanwhile
the old one serves
and then another one
0 bool(true)
1 worker 0 serves on (max_request): the one that was to follow did not start: it ended with status 3 before start(); what it printed says more; the next try follows
