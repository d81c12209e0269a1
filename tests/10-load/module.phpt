--TEST--
SeatPush: load: the module, its version and its ini setting
--EXTENSIONS--
seatpush
--FILE--
<?php
var_dump(extension_loaded('seatpush'), SeatPush\VERSION === phpversion('seatpush'), ini_get('seatpush.swoole_aliases'));
var_dump(ini_set('seatpush.swoole_aliases', '1'), class_exists('Swoole\Server'));
?>
--EXPECT--
bool(true)
bool(true)
string(1) "0"
bool(false)
bool(false)
