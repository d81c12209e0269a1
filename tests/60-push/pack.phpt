--TEST--
SeatPush: push: pack(), unpack() and (string) of frames
--EXTENSIONS--
seatpush
--FILE--
<?php
echo bin2hex(SeatPush\Server::pack('hi')), ' ', bin2hex(SeatPush\Frame::pack('hi', 2, 0)), "\n";
$frame = new SeatPush\Frame();
$frame->data = 'x';
echo bin2hex((string) $frame), ' ', json_encode($frame), "\n";
$frame = SeatPush\Server::unpack("\x81\x85" . "\x37\xfa\x21\x3d" . "\x7f\x9f\x4d\x51\x58");
echo $frame->data, " $frame->opcode $frame->flags ", json_encode($frame->finish), "\n";
$close = SeatPush\Frame::unpack("\x88\x04\x03\xe9by");
echo get_class($close), " $close->code $close->reason\n";
var_dump(SeatPush\Server::unpack("\x81\x05hel"), SeatPush\Server::unpack(''), SeatPush\Server::unpack("\x88\x01x"));
?>
--EXPECT--
81026869 02026869
810178 {"fd":0,"data":"x","opcode":1,"flags":1,"finish":null}
Hello 1 33 true
SeatPush\CloseFrame 1001 by
bool(false)
bool(false)
bool(false)
