--TEST--
SeatPush: events: binary data that is UTF-8 is sent, other data is refused by push() and left out of publish(), which the log says; a WebSocket gets all
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

$server = event_server('$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "all"));');
$stream = EventStream::open($server->port);
$fd = (int) $stream->data();
at($server, '$server->subscribe($fd, "all")', $fd);
$socket = WsClient::connect($server->port);
echo json_encode([at($server, '$server->push($fd, "bin", 2)', $fd), $stream->data()]), "\n";
echo at($server, '(function () use ($server, $fd) { try { return $server->push($fd, "\xff", 2); } catch (ValueError $error) { return $error->getMessage(); } })()', $fd), "\n";
for ($i = 0; $i < 2; $i++) {
    echo json_encode([at($server, '$server->publish("all", "\xff", 2)'), bin2hex($socket->read()['payload'] ?? '')]), "\n";
}
echo json_encode([at($server, '$server->publish("all", "text")'), $stream->data(), $socket->text(), at($server, '$server->stats()["dropped_count"]')]), "\n";
$server->stop();
echo $server->log('binary');
?>
--EXPECT--
[true,"bin"]
SeatPush\Server::push(): Argument #2 ($data) must be UTF-8, since the connection is an event stream, which carries text only; encode binary data, for example in base64
[1,"ff"]
[1,"ff"]
[2,"text","text",2]
WARNING seatpush: a binary message that is not UTF-8 was left out for event streams, which carry text only: publish it as text, for example in base64 (said once a minute)
