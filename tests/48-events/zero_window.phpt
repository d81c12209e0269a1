--TEST--
SeatPush: events: a client that is alive and takes nothing has write_timeout, however short or long ping_interval is
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

// The kernel ends a connection whose peer acknowledges nothing, and counts a peer whose window is shut among those.
$server = event_server('$other = $server->listen("127.0.0.1", 0); $other->set(["ping_interval" => 1431656, "write_timeout" => 600]); $server->on("Start", function () use ($other) { echo "other $other->port\n"; });', "['ping_interval' => 1, 'write_timeout' => 600]");
$second = (int) $server->until('/other (\d+)/')[1];
$clock = EventStream::open($server->port);
$clock->data();

/** The id of a stream that reads nothing from here on, and for which something waits. */
$deaf = function (int $port) use ($server, &$kept): int {
    $kept[] = $stream = EventStream::open($port);
    $fd = (int) $stream->data();
    while (!at($server, '$server->push($fd, str_repeat("x", 100000)) && $server->getClientInfo($fd)["send_queued_bytes"] > 500000', $fd));
    return $fd;
};
$one = $deaf($server->port);
$two = $deaf($second);

while ($clock->comments < 6 && $clock->upTo("\n") !== null) {
    $clock->comments++;
}
echo json_encode([at($server, '$server->exists($fd)', $one), at($server, '$server->exists($fd)', $two)]), "\n";
$server->stop();
?>
--EXPECT--
[true,true]
