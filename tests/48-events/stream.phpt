--TEST--
SeatPush: events: a response becomes a stream: its head, texts of any lines, events with names and ids, topics, what other methods say of it, both ends of it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

$server = event_server('', '[]', '$response->header("x-mine", "yes"); $last = $request->header["last-event-id"] ?? "none";');
$stream = EventStream::open($server->port);
echo $stream->status, ' ', implode('; ', array_map(fn ($name) => "$name: " . ($stream->headers[$name] ?? '-'), ['content-type', 'cache-control', 'x-accel-buffering', 'connection', 'transfer-encoding', 'content-length', 'vary', 'access-control-allow-origin', 'x-mine'])), "\n";
$fd = (int) $stream->data();

echo "-- texts\n";
foreach (['one', '', " two\n three", "a\rb\r\nc\n\nd\n", "\u{1F39F}", ':x', 'data: y'] as $text) {
    echo json_encode([at($server, '$server->push($fd, ' . var_export($text, true) . ')', $fd), $stream->event()]), "\n";
}
echo "-- events\n";
foreach (['"x", "seat", "17"', '"y"', '"z", id: ""', '"", event: "empty"', '"u", event: "sëat", id: "ü"'] as $arguments) {
    echo json_encode([at($server, "\$server->sendEvent(\$fd, $arguments)", $fd), $stream->event()]), "\n";
}
echo "-- topics\n";
at($server, '$server->subscribe($fd, "show")', $fd);
echo json_encode([at($server, '$server->publish("show", "seat 5")'), $stream->data(), at($server, '$server->topics($fd)', $fd), at($server, '$server->subscriberCount("show")')]), "\n";
echo json_encode([at($server, '$server->publish("show", "not to me", except: $fd)', $fd), at($server, '$server->push($fd, "to me")', $fd), $stream->data()]), "\n";
echo json_encode([at($server, '$server->pushMany([$fd], "many")', $fd), $stream->data()]), "\n";
echo json_encode(array_map(fn ($code) => at($server, $code, $fd), ['$server->push($fd, "in ", 1, 0)', '$server->push($fd, "two ", 0, 0)', '$server->push($fd, "parts", 0, 1)'])), ' ', $stream->data(), "\n";
$before = $stream->comments;
at($server, '$server->ping($fd)', $fd);
at($server, '$server->push($fd, "after a comment")', $fd);
echo $stream->data(), ' ', $stream->comments - $before, "\n";

echo "-- what is said of it\n";
foreach (['$server->isEstablished($fd)', '$server->exists($fd)', '$server->getClientInfo($fd)["event_stream"]', '$server->getClientInfo($fd)["websocket_status"]', '[...$server->connections] == [$fd, ...array_diff([...$server->connections], [$fd])]', '$server->bind($fd, "me") && $server->getClientInfo($fd)["uid"] === "me"', '$server->setState($fd, "s") && $server->state($fd) === "s"'] as $code) {
    echo json_encode(at($server, $code, $fd)), ' ';
}
echo "\n-- ends\n";
echo json_encode([at($server, '$server->push($fd, "last") && $server->disconnect($fd, 4000, "enough")', $fd), $stream->data(), $stream->data()]), "\n";
$server->until('/Close -1 4000 enough/');
$other = EventStream::open($server->port);
$fd = (int) $other->data();
$other->shut();
$server->until('/Close 0 1006 \n/');
echo json_encode([at($server, '$server->push($fd, "x")', $fd), at($server, '$server->sendEvent($fd, "x")', $fd), at($server, '$server->getLastError()')]), "\n";
$third = EventStream::open($server->port);
$third->data();
echo $server->stop(), ' ', $third->data(), "\n";
echo preg_match('/Close -1 1001 server is stopping/', $server->stdout()), "\n", $server->log('ERROR|WARNING|NOTICE');
?>
--EXPECT--
200 content-type: text/event-stream; cache-control: no-store; x-accel-buffering: no; connection: close; transfer-encoding: -; content-length: -; vary: -; access-control-allow-origin: -; x-mine: yes
-- texts
[true,["message","one",""]]
[true,["message","",""]]
[true,["message"," two\n three",""]]
[true,["message","a\nb\nc\n\nd\n",""]]
[true,["message","\ud83c\udf9f",""]]
[true,["message",":x",""]]
[true,["message","data: y",""]]
-- events
[true,["seat","x","17"]]
[true,["message","y","17"]]
[true,["message","z",""]]
[true,["empty","",""]]
[true,["s\u00ebat","u","\u00fc"]]
-- topics
[1,"seat 5",["show"],1]
[0,true,"to me"]
[1,"many"]
[true,true,true] in two parts
after a comment 1
-- what is said of it
true true true 3 true true true 
-- ends
[true,"last","end"]
[false,false,1001]
0 end
1
