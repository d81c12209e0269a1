--TEST--
SeatPush: options: the table and the lists in docs/options.md match the module's table
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
if (!is_file(__DIR__ . '/../../tools/options')) {
    die('skip tools/options: not in a package');
}
skip_without('cc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

echo output_of(['sh', __DIR__ . '/../../tools/options', '--check']), "checked\n";
?>
--EXPECT--
checked
