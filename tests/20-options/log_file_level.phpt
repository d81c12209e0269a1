--TEST--
SeatPush: options: log_file gets the lines of log_level and above
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$file = tempnam(sys_get_temp_dir(), 'seatpush');
$server = TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0);
$server->set(["log_file" => ' . var_export($file, true) . ', "log_level" => 3, "reactor_num" => 2]);
$server->on("Message", fn () => 1);
serve($server);');
$server->stop();
echo preg_replace('/^\[.*?\] /m', '', file_get_contents($file)), $server->log();
unlink($file);
$server = TestServer::run('$server = new SeatPush\Server("127.0.0.1", 0);
$server->set(["log_file" => "/no/such/folder/log"]);
$server->on("Message", fn () => 1);
try { $server->start(); } catch (SeatPush\Exception $e) { echo $e->getMessage(), "\n"; }');
echo $server->stdout();
?>
--EXPECT--
NOTICE seatpush: ignored options: reactor_num (each worker has one loop, which does everything)
cannot write to log_file "/no/such/folder/log": No such file or directory
