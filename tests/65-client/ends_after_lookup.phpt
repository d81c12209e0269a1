--TEST--
SeatPush: Client: a script may end right after a name was looked up
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$command = implode(' ', array_map(escapeshellarg(...), [...php_command(), '-r', 'try { new SeatPush\Client("ws://127.0.0.1:1/"); } catch (SeatPush\ClientException) { }']));
// A race, so many tries: as a slow machine starts in half a minute, at most 60.
for ($i = 0, $bad = 0, $end = time() + 30; $i < 60 && time() < $end; $i++) {
    exec("$command 2>&1", $lines, $status);
    $bad += $status !== 0;
}
echo "$bad crashed\n";
?>
--EXPECT--
0 crashed
