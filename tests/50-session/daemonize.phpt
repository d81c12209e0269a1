--TEST--
SeatPush: session: daemonize: the parent ends with 0 once the child listens, with an exception if it cannot
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$pid = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
$code = '$server = new SeatPush\Server("127.0.0.1", 0); $server->set(["daemonize" => true, "pid_file" => ' . var_export($pid, true) . ', "log_file" => "' . $pid . '.log"]); $server->on("Request", fn ($q, $r) => $r->end("from behind")); file_put_contents("' . $pid . '.port", $server->port); fclose(fopen("php://fd/3", "w")); $server->start();';
$script = "$pid.php";
file_put_contents($script, "<?php $code");
exec(implode(' ', array_map('escapeshellarg', [...php_command(), $script])) . ' 2>&1 3>/dev/null', $lines, $status);
echo $status, implode($lines), "\n";
echo HttpClient::get((int) file_get_contents("$pid.port"))['body'], "\n";
exec(implode(' ', array_map('escapeshellarg', [...php_command(), $script])) . ' 2>&1 3>/dev/null', $more, $status);
echo $status, ' ', substr_count(implode($more), 'which is running'), "\n";
exec('kill ' . (int) file_get_contents($pid));
for ($end = microtime(true) + BOUND; file_exists($pid) && microtime(true) < $end; usleep(1000));
echo str_contains(file_get_contents("$pid.log"), 'stopping: ') ? 'logged' : 'not logged', "\n";
array_map('unlink', glob("$pid.*"));
?>
--EXPECT--
0
from behind
255 1
logged
