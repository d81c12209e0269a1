--TEST--
SeatPush: tasks that are aimed at one task worker are run by another one, if a reload leaves that one out
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$gate = tempnam(sys_get_temp_dir(), 'seatpush-');
unlink($gate);
$code = '$server->on("Task", function ($server, $id, $from, $data) {
    [$fd, $name] = $data;
    if ($name === "gate") {
        $server->push($fd, "gate begins");
        while (!file_exists("' . $gate . '")) {
            usleep(1000);
        }
    }
    $server->push($fd, "$name in $server->worker_id of generation " . SeatPush\Server::generation());
});
$server->set(["task_worker_num" => %d]);';
$server = new Supervised(sprintf($code, 2), "['reload_mode' => 'keep', 'max_wait_time' => 60]");
$ada = $server->visitor();
foreach (['gate', 'one', 'two'] as $name) {
    $ada->send("\$server->task([\$frame->fd, '$name'], 1)");
}
// In any order.
$texts = [$ada->text(), $ada->text(), $ada->text(), $ada->text()];
sort($texts);
echo implode(', ', $texts), "\n";
$server->change(sprintf($code, 1));
echo $server->reload(), "\n";
touch($gate);
$texts = [$ada->text(), $ada->text(), $ada->text()];
sort($texts);
echo preg_replace('/1 of generation \d/', '1', implode(', ', $texts)), "\n";
echo $server->stop(), "\n", $server->server->log('dropped');
unlink($gate);
?>
--EXPECT--
0, 1, 2, gate begins
reload: generation 1 serves
gate in 2 of generation 0, one in 1, two in 1
0 bool(true)
