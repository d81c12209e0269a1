--TEST--
SeatPush: session: pid_file costs nobody a file: links, FIFOs and what is no pid file are refused, and a log_file that is a FIFO without a reader; a zombie does not count as running
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('/proc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$base = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
$code = fn (string $file, string $option = 'pid_file') => '$server = new SeatPush\Server("127.0.0.1", 0); $server->set([' . var_export($option, true) . ' => ' . var_export($file, true) . ']); $server->on("Request", fn () => 1); ';
$refused = fn (string ...$of) => str_replace($base, 'FILE', TestServer::run($code(...$of) . 'try { $server->start(); } catch (SeatPush\Exception $e) { echo $e->getMessage(), "\n"; }')->stdout());

file_put_contents("$base.victim", "precious\n");
symlink("$base.victim", "$base.link");
symlink("$base.nothing", "$base.dangling");
link("$base.victim", "$base.hard");
exec('mkfifo ' . escapeshellarg("$base.fifo"));
file_put_contents("$base.almost", "12 monkeys\n");
foreach (['link', 'dangling', 'hard', 'fifo', 'victim', 'almost'] as $file) {
    echo $refused("$base.$file");
}
echo $refused('/dev/null'), $refused("$base.fifo", 'log_file');
echo file_get_contents("$base.victim"), file_exists("$base.nothing") ? 'made' : 'not made', "\n";

$zombie = proc_open(['sleep', '1000'], [], $pipes);
$pid = proc_get_status($zombie)['pid'];
file_put_contents("$base.pid", "$pid\n");
echo str_replace($pid, 'PID', $refused("$base.pid"));
exec("kill -9 $pid");
for ($end = microtime(true) + BOUND; !str_contains(file_get_contents("/proc/$pid/stat"), ') Z') && microtime(true) < $end; usleep(1000));
$server = TestServer::start($code("$base.pid") . 'serve($server);');
echo (int) file_get_contents("$base.pid") === $server->pid ? 'a zombie does not count' : '', "\n";
echo $server->stop(), "\n";
array_map('unlink', glob("$base.*"));
?>
--EXPECT--
pid_file "FILE.link" is a symbolic link, and those are not followed: give the path of the file itself
pid_file "FILE.dangling" is a symbolic link, and those are not followed: give the path of the file itself
pid_file "FILE.hard" exists and holds something else than a process id: choose another path, or remove the file
pid_file "FILE.fifo" is no regular file: choose another path
pid_file "FILE.victim" exists and holds something else than a process id: choose another path, or remove the file
pid_file "FILE.almost" exists and holds something else than a process id: choose another path, or remove the file
pid_file "/dev/null" is no regular file: choose another path
cannot write to log_file "FILE.fifo": nobody reads this FIFO
precious
not made
pid_file "FILE.pid" names process PID, which is running: stop it first, or remove the file if that is another program
a zombie does not count
0
