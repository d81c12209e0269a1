--TEST--
SeatPush: regress: a task worker that asks nothing does not complain that it has missed what workers told each other
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../55-supervise/supervised.inc';

$server = new Supervised('$server->on("Task", fn ($server, $id, $from, $data) => $data);', "['worker_num' => 2, 'task_worker_num' => 1, 'slow_callback_ms' => 0]");
[[$ada], [$bob]] = $server->spread(2, 1);
$bob->send('$server->subscribe($frame->fd, "news")')->text();
$ada->send('$server->subscribe($frame->fd, "answers")')->text();
for ($i = 0; $i < 24; $i++) {
    $ada->send('$server->publish("news", str_repeat("n", 1 << 20))')->text();
    strlen($bob->text()) === 1 << 20 || print("OTHER\n");
    $bob->send('$server->publish("answers", "had it")')->text();
    $ada->text() === 'had it' || print("OTHER\n");
}
echo $ada->send('$server->taskwait("a task", 30)')->text(), "\n";
echo $server->stop(), "\n", $server->server->log('ERROR|WARNING');
?>
--EXPECT--
"a task"
0 bool(true)
