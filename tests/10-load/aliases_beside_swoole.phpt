--TEST--
SeatPush: aliases: next to the extension swoole, a warning at startup names the line to remove; without aliases the server says whose the names are
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
file_put_contents("$folder/swoole.c", <<<'C'
#include "php.h"
zend_module_entry swoole_module_entry = {STANDARD_MODULE_HEADER, "swoole", NULL, NULL, NULL, NULL, NULL, NULL, "0", STANDARD_MODULE_PROPERTIES};
ZEND_GET_MODULE(swoole)
C);
echo output_of(['sh', '-c', "cc -shared -fPIC \$(php-config --includes) $folder/swoole.c -o $folder/swoole.so"]);
echo output_of([...php_command(['seatpush.swoole_aliases' => 1, 'extension' => "$folder/swoole.so", 'display_startup_errors' => 1]), '-r', 'var_dump(class_exists("Swoole\Server"), defined("SWOOLE_BASE"));']);
foreach ([0, 1] as $beside) {
    $server = TestServer::start("\$server = new SeatPush\Server('127.0.0.1', 0); \$server->on('Message', fn () => 1); serve(\$server);", $beside ? ['extension' => "$folder/swoole.so"] : []);
    $server->stop();
    echo $server->log('NOTICE');
}
array_map('unlink', glob("$folder/*"));
rmdir($folder);
?>
--EXPECTF--
%AWarning: seatpush.swoole_aliases is on, but the swoole extension is loaded too and keeps its names: remove the line "extension=swoole" from the ini file that has it (php --ini lists them), or set seatpush.swoole_aliases=0%A
bool(false)
bool(false)
NOTICE seatpush: the swoole extension is loaded too, and seatpush.swoole_aliases is off: classes named Swoole\ are its own, and know nothing of this server. For scripts with Swoole's names, unload swoole and set seatpush.swoole_aliases=1
