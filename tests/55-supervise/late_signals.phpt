--TEST--
SeatPush: supervise: a signal does not cut short what a worker does after it has served
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$ends = tempnam(sys_get_temp_dir(), 'seatpush-');
$gate = tempnam(sys_get_temp_dir(), 'seatpush-');
$server = new Supervised('if (SeatPush\Server::generation() === 0 && SeatPush\Server::workerId() === 0) {
    register_shutdown_function(function () {
        file_put_contents("' . $ends . '", (string) getmypid());
        for ($end = microtime(true) + ' . BOUND . '; is_file("' . $gate . '") && microtime(true) < $end; clearstatcache()) {
            usleep(2000);
        }
        echo "its end is over\n";
    });
}', "['max_wait_time' => 60]");
echo $server->ask('1'), ', ', $server->reload(), "\n";
for ($end = microtime(true) + BOUND; ($pid = (int) file_get_contents($ends)) === 0 && microtime(true) < $end; usleep(2000));
foreach (['HUP' => 1, 'USR1' => 10, 'TERM' => 15, 'INT' => 2] as $name => $signal) {
    signal($pid, $signal);
}
unlink($gate);
for ($end = microtime(true) + BOUND; is_dir("/proc/$pid") && microtime(true) < $end; usleep(2000));
echo $server->stop(), "\n";
echo implode("\n", preg_grep('/not in order/', explode("\n", $server->log())));
unlink($ends);
?>
--EXPECT--
1, reload: generation 1 serves
0 its end is over
bool(true)
