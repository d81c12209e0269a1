--TEST--
SeatPush: permessage-deflate: with several workers, and when connections move to others: messages from anywhere go out compressed, those in the middle of one go on, and what waits stays valid
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../40-websocket/deflate.inc';
require __DIR__ . '/supervised.inc';

$text = str_repeat('row 7, seat 8; ', 200);
$code = '$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));
$text = str_repeat("row 7, seat 8; ", 200);';
$settings = fn (string $on) => "['worker_num' => 2, 'reload_mode' => 'keep', 'websocket_compression' => $on, 'compression_min_length' => 500, 'socket_buffer_size' => 20000000, 'max_wait_time' => 30]";
$server = new Supervised($code . '$server->set(' . $settings('true') . ');', $settings('true'));
$of = [];
$windows = [];
for ($i = 0; $i < 400 && (count($of) < 2 || min(array_map('count', $of)) < 2); $i++) {
    $window = 9 + $i % 7;
    $client = deflating($server->port, "permessage-deflate; server_max_window_bits=$window");
    $windows[spl_object_id($client)] = $window;
    $of[(int) substr(heard($client->send('$server->worker_id')), 6)][] = $client;
}
$all = array_merge(...$of);
$hear = fn (WsClient $client) => heard($client, $windows[spl_object_id($client)]);
[$ada, $ben] = [$of[0][0], $of[1][0]];
$fd = substr($hear($ben->send('$frame->fd')), 6);
$every = function (string $what) use ($all, $hear) {
    $heard = array_map($hear, $all);
    echo $heard === array_fill(0, count($all), $what) ? "all\n" : json_encode(array_count_values(array_map(short(...), $heard))) . "\n";
};

echo "-- a push to another worker, and a publish\n";
$ada->send('$server->push(' . $fd . ', str_repeat("row 7, seat 8; ", 200))');
echo $hear($ben) === "compressed $text" ? 'compressed' : 'OTHER', ', ', $hear($ada), "\n";
echo 'what another worker knows: ', $hear($ada->send('$server->getClientInfo(' . $fd . ')["websocket_compression"]')), "\n";
$ada->send('$server->publish("show", str_repeat("row 7, seat 8; ", 200)) > 0');
$every("compressed $text");
echo $hear($ada), "\n";
echo "-- with FLAG_COMPRESS to another worker, though it is short\n";
$ada->send('$server->push(' . $fd . ', str_repeat("7", 100), 1, 3)');
echo $hear($ben), ', ', $hear($ada), "\n";

echo "-- a reload, in the middle of a compressed message, and with bytes that wait\n";
$late = WsClient::frame(1, deflated('"half, ' . str_repeat('x', 20) . '"'), true, 4);
$ada->raw(substr($late, 0, 12));
$ben->sendFrame(1, substr(deflated('$server->worker_id > 5'), 0, 3), false, 4);
$slow = deflating($server->port);
$slow->send('strlen(json_encode([$server->push($frame->fd, random_bytes(8000000), 2), $server->push($frame->fd, str_repeat("row 7, seat 8; ", 200))]))');
for ($end = microtime(true) + BOUND; microtime(true) < $end && !str_contains($server->ask('max(array_map(fn ($fd) => $server->getClientInfo($fd)["send_queued_bytes"] ?? 0, iterator_to_array($server->connections))) > 1000000'), 'true');) {
}
echo $server->reload(), "\n";
$ada->raw(substr($late, 12));
$ben->sendFrame(0, substr(deflated('$server->worker_id > 5'), 3));
echo $hear($ada), ', ', $hear($ben), "\n";
echo strlen(heard($slow)), ', ', heard($slow) === "compressed $text" ? 'compressed' : 'OTHER', ', ', heard($slow), "\n";
$ada->send('$server->publish("show", str_repeat("row 7, seat 8; ", 200)) > 0');
$every("compressed $text");
echo $hear($ada), ', ', strlen(heard($slow)), "\n";

echo "-- a version of the script without it: they are still understood\n";
$server->change($code . '$server->set(' . $settings('false') . ');');
echo $server->reload(), "\n";
echo $hear($ada->sendFrame(1, deflated('strlen($frame->data)'), rsv: 4)), "\n";
$ada->send('$server->publish("show", str_repeat("row 7, seat 8; ", 200)) > 0');
$every("plain $text");
echo $hear($ada), "\n";
echo agreed(deflating($server->port)), "\n";
$server->stop();
?>
--EXPECT--
-- a push to another worker, and a publish
compressed, plain true
what another worker knows: plain true
all
plain true
-- with FLAG_COMPRESS to another worker, though it is short
compressed 7777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777, plain true
-- a reload, in the middle of a compressed message, and with bytes that wait
reload: generation 1 serves
plain "half, xxxxxxxxxxxxxxxxxxxx", plain false
8000006, compressed, plain 11
all
plain true, 3011
-- a version of the script without it: they are still understood
reload: generation 2 serves
plain 20
all
plain true
none
