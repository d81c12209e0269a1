--TEST--
SeatPush: session: pid_file holds the process id while the server runs; that of a running process is not overwritten
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$file = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6)) . '.pid';
$code = '$server = new SeatPush\Server("127.0.0.1", 0); $server->set(["pid_file" => ' . var_export($file, true) . ']); $server->on("Request", fn () => 1); ';
$server = TestServer::start($code . 'serve($server);');
var_dump((int) file_get_contents($file) === $server->pid);
echo str_replace([$file, (string) $server->pid], ['FILE', 'PID'], TestServer::run($code . 'try { $server->start(); } catch (SeatPush\Exception $e) { echo $e->getMessage(), "\n"; }')->stdout());
$server->stop();
var_dump(file_exists($file));
file_put_contents($file, '999999999');
$server = TestServer::start($code . 'serve($server);');
echo $server->stop(), "\n";
?>
--EXPECT--
bool(true)
pid_file "FILE" names process PID, which is running: stop it first, or remove the file if that is another program
bool(false)
0
