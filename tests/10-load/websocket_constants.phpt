--TEST--
SeatPush: load: the WEBSOCKET_ constants that scripts use
--EXTENSIONS--
seatpush
--FILE--
<?php
var_dump(WEBSOCKET_OPCODE_TEXT, WEBSOCKET_OPCODE_BINARY, WEBSOCKET_OPCODE_PING, WEBSOCKET_STATUS_ACTIVE, WEBSOCKET_CLOSE_GOING_AWAY);
var_dump(defined('SWOOLE_BASE'));
?>
--EXPECT--
int(1)
int(2)
int(9)
int(3)
int(1001)
bool(false)
