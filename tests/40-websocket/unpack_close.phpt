--TEST--
SeatPush: websocket: unpack() reads a close frame's code and reason, gives 1005 without a code, and rejects half a code
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\Frame;

foreach (['none' => "\x88\x00", 'code' => "\x88\x02\x0f\xa1", 'reason' => "\x88\x05\x03\xe9bye", 'half' => "\x88\x01x"] as $what => $bytes) {
    $frame = Frame::unpack($bytes);
    echo $what, ': ', $frame ? $frame::class . " $frame->code '$frame->reason'" : 'false', "\n";
}
?>
--EXPECT--
none: SeatPush\CloseFrame 1005 ''
code: SeatPush\CloseFrame 4001 ''
reason: SeatPush\CloseFrame 1001 'bye'
half: false
