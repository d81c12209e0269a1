--TEST--
SeatPush: Client: without free descriptors there is an exception that says so, and the process goes on
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets', '/proc', 'PHP without valgrind');    // which has descriptors of its own
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$code = <<<'PHP'
$open = [];
while ($file = @fopen('/dev/null', 'r')) {
    $open[] = $file;
}
foreach ([fn () => new SeatPush\Server('127.0.0.1', 0), fn () => new SeatPush\Client('ws://127.0.0.1:1/')] as $make) {
    $texts = [];
    for ($free = 0; $free < 14; $free++, fclose(array_pop($open))) {
        try {
            $made = $make();
        } catch (SeatPush\Exception $e) {
            $texts[preg_match('/[Tt]oo many open files/', $e->getMessage()) ? 'too many open files' : $e->getMessage()] = 1;
        }
        unset($made);
    }
    for ($i = 0; $i < 14 && $file = @fopen('/dev/null', 'r'); $i++) {
        $open[] = $file;
    }
    echo implode("\n", array_keys($texts)), "\n";
}
PHP;
exec('ulimit -n 60; ' . implode(' ', array_map(escapeshellarg(...), [...php_command(), '-r', $code])) . ' 2>&1', $lines, $status);
echo implode("\n", $lines), "\n$status\n";
?>
--EXPECT--
too many open files
too many open files
cannot connect to 127.0.0.1 (127.0.0.1 port 1): Connection refused
0
