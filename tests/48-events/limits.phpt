--TEST--
SeatPush: events: the queue's limit closes a slow reader, a key replaces what waits, a window holds the last state, and a peer that talks is ended
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

$server = event_server('$server->topic("map_*", windowMs: 50);', "['socket_buffer_size' => 400000]");
$stream = EventStream::open($server->port);
$fd = $stream->data();

echo "-- a window\n";
at($server, '$server->subscribe($fd, "map_1")', $fd);
echo at($server, '(function () use ($server) { for ($i = 0; $i < 5; $i++) { $n[] = $server->publish("map_1", "state $i", conflateKey: "s"); } return array_sum($n); })()'), ' ';
do {
    $states[] = $stream->data();
} while (end($states) !== 'state 4');
echo count($states) <= 2 ? 'few' : implode(',', $states), "\n";

echo "-- a key\n";
$data = str_repeat('x', 100000);
echo json_encode(at($server, '(function () use ($server, $fd) { $big = str_repeat("x", 300000); $server->push($fd, $big); $server->subscribe($fd, "k"); for ($i = 0; $i < 100; $i++) { $server->publish("k", "$i", conflateKey: "seat"); } return $server->stats()["conflated_count"] > 90; })()', $fd)), ' ', strlen($stream->data()), ' ';
do {
    $last = $stream->data();
} while ($last !== '99');
echo "$last\n";

echo "-- a slow reader\n";
echo json_encode(at($server, '(function () use ($server, $fd) { for ($i = 0; $i < 1000; $i++) { if (!$server->push($fd, str_repeat("y", 100000) . $i)) { return $i < 990; } } return "all of them"; })()', $fd)), "\n";
$server->until('/Close -1 1013 reader is too slow/');

echo "-- a peer that talks\n";
$talker = EventStream::open($server->port);
$fd = $talker->data();
$talker->raw("GET / HTTP/1.1\r\nHost: test\r\n\r\n"); // in advance: nothing comes of it
echo json_encode([at($server, '$server->push($fd, "still here")', $fd), $talker->data()]), ' ';
$talker->raw(str_repeat("x", 8192));
$server->until('/Close -1 1008 an event stream takes no messages/');
echo at($server, '$server->stats()["flood_count"]'), "\n";
$server->stop();
echo $server->log('ERROR|WARNING');
?>
--EXPECT--
-- a window
5 few
-- a key
true 300000 99
-- a slow reader
true
-- a peer that talks
[true,"still here"] 1
