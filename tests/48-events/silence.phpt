--TEST--
SeatPush: events: a comment goes out every ping_interval, and heartbeat_idle_time does not end a stream, whose client never says anything
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

$server = event_server('', "['ping_interval' => 1, 'heartbeat_idle_time' => 1, 'heartbeat_check_interval' => 1]");
$stream = EventStream::open($server->port);
$fd = (int) $stream->data();
$lines = '';
while (substr_count($lines, ":\n") < 3) {
    $lines .= $stream->upTo("\n") ?? throw new Exception('it has ended');
}
echo json_encode(array_count_values(explode("\n", rtrim($lines)))), ' ', json_encode(in_array($fd, at($server, '$server->heartbeat()'), true)), "\n";
echo at($server, '$server->push($fd, "still here")', $fd), ' ';
while (($line = $stream->upTo("\n")) === ":\n" || $line === "\n");
echo $line;
$server->stop();
?>
--EXPECT--
{":":3,"":2} false
1 data: still here
