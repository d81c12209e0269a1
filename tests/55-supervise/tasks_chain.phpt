--TEST--
SeatPush: task workers: when a task without a result ends, the next one is sent at once, in a server that has nothing else to do and in one that stops
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

/* If each waited for what happens anyway, once a second and 20 times a second at a stop, these would take too long. */
$count = 2 * (int) BOUND;
$code = '$server->on("Task", function ($server, $id, $from, $data) {
    if ($data !== 0) {
        $server->push($data, "the last one");
    }
});';
$server = new Supervised($code, "['task_worker_num' => 1, 'max_wait_time' => 1]");
$ada = $server->visitor();
$ada->send("array_map(fn (\$i) => \$server->task(\$i < $count ? 0 : \$frame->fd) !== false, range(1, $count)) === array_fill(0, $count, true)");
echo $ada->text(), ' ', $ada->text(), "\n";

echo $ada->send('array_unique(array_map(fn () => $server->task(0) !== false, range(1, 200)))')->text(), "\n";
echo $server->stop(), "\n", $server->server->log('dropped|still running');
?>
--EXPECT--
true the last one
[true]
0 bool(true)
