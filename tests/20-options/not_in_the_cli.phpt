--TEST--
SeatPush: errors: when a web server's PHP constructs it, the exception says how to reach the server from there
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('php-cgi');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$command = php_command();
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, '<?php try { new SeatPush\Server("127.0.0.1", 0); } catch (SeatPush\Exception $e) { echo $e->getMessage(); }');
$command[0] = 'php-cgi';
$environment = array_intersect_key(getenv(), array_flip(['PATH', 'LD_PRELOAD', 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS', 'USE_ZEND_ALLOC']));
$process = proc_open(['timeout', '15', ...$command, '-q', $script], [0 => ['file', '/dev/null', 'r'], 1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes, null, $environment);
echo stream_get_contents($pipes[1]);
unlink($script);
?>
--EXPECT--
a server runs in the command line's PHP only, and this is cgi-fcgi: start it with `php server.php`, and tell it from here by an HTTP request or through Redis (docs/from-php-fpm.md)
