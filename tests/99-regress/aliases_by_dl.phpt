--TEST--
SeatPush: regress: loaded by dl() there are no Swoole names, and the process ends in order
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('PHP without valgrind'); // PHP itself reads what it has freed when such an extension goes
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$script = 'dl($argv[1]); new SeatPush\Server("127.0.0.1", 0); var_dump(class_exists("Swoole\Timer"), function_exists("swoole_timer_after"));';
$command = [child_php(), '-n', '-d', 'enable_dl=1', '-d', 'html_errors=0', '-d', 'extension_dir=' . dirname(seatpush_so()), '-d', 'seatpush.swoole_aliases=1', '-r', $script, basename(seatpush_so())];
$process = proc_open($command, [1 => ['pipe', 'w']], $pipes);
echo stream_get_contents($pipes[1]), proc_close($process), "\n";
?>
--EXPECTF--

Warning: SeatPush: with dl() there are no Swoole names: load it by extension=seatpush in php.ini, or by php -d extension=seatpush in Command line code on line 1
bool(false)
bool(false)
0
