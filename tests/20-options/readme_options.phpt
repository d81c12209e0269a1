--TEST--
SeatPush: options: README's table is what the module's table says
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
if (!is_file(__DIR__ . '/../../tools/readme-options')) {
    die('skip tools/readme-options: not in a package');
}
skip_without('cc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

echo output_of(['sh', __DIR__ . '/../../tools/readme-options', '--check']), "checked\n";
?>
--EXPECT--
checked
