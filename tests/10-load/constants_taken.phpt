--TEST--
SeatPush: load: a WEBSOCKET_ constant that another extension has defined is left alone
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('cc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$folder = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
mkdir($folder);
file_put_contents("$folder/first.c", <<<'C'
#include "php.h"
static PHP_MINIT_FUNCTION(first) { REGISTER_LONG_CONSTANT("WEBSOCKET_OPCODE_TEXT", 99, CONST_CS | CONST_PERSISTENT); return SUCCESS; }
zend_module_entry first_module_entry = {STANDARD_MODULE_HEADER, "first", NULL, PHP_MINIT(first), NULL, NULL, NULL, NULL, "0", STANDARD_MODULE_PROPERTIES};
ZEND_GET_MODULE(first)
C);
echo output_of(['sh', '-c', "cc -shared -fPIC \$(php-config --includes) $folder/first.c -o $folder/first.so"]);
$command = php_command(['display_startup_errors' => 1]);
array_splice($command, 2, 0, ['-d', "extension=$folder/first.so"]);
echo output_of([...$command, '-r', 'var_dump(WEBSOCKET_OPCODE_TEXT, WEBSOCKET_OPCODE_BINARY);']);
array_map('unlink', glob("$folder/*"));
rmdir($folder);
?>
--EXPECT--
int(99)
int(2)
