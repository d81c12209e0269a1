--TEST--
SeatPush: events: with two workers each reaches the other's streams, and a reload moves them, with their topics
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';
require __DIR__ . '/../55-supervise/supervised.inc';

$server = new Supervised(
    '$server->on("Request", function ($request, $response) use ($server) {
        if ($response->eventStream()) {
            $server->subscribe($request->fd, "all");
            $server->sendEvent($request->fd, "$server->worker_id $request->fd", "hello", "1");
        }
    });
    $server->on("Close", function ($server, $fd, $reactor, $code) { echo "Close $code\n"; });',
    "['worker_num' => 2, 'reload_mode' => 'keep', 'slow_callback_ms' => 0, 'max_wait_time' => 60]"
);
[$asks] = $server->spread(2, 1)[0];
for ($of = [], $end = microtime(true) + BOUND; count($of) < 2 && microtime(true) < $end;) {
    $stream = EventStream::open($server->port);
    [$worker, $fd] = explode(' ', $stream->data());
    $of[$worker] ??= [$stream, $fd];
}
[$there, $fd] = $of[1];
[$here] = $of[0];
function all_ways(string $when): void
{
    global $asks, $there, $here, $fd;
    echo "-- $when\n";
    echo $asks->send("[\$server->isEstablished($fd), \$server->getClientInfo($fd)['event_stream']]")->text(), "\n";
    echo $asks->send("\$server->push($fd, 'pushed')")->text(), ' ', json_encode($there->event()), "\n";
    echo $asks->send("\$server->sendEvent($fd, 'named', 'seat', '2')")->text(), ' ', json_encode($there->event()), "\n";
    echo $asks->send("\$server->sendEvent(\$frame->fd, 'x') ?: \$server->getLastError()")->text(), "\n";
    echo $asks->send("\$server->publish('all', \"two\\nlines\") >= 2")->text(), ' ', json_encode([$there->data(), $here->data()]), "\n";
}
all_ways('at first');
echo $server->reload(), "\n";
all_ways('after a reload');
echo $asks->send("(function () use (\$server) { try { return \$server->push($fd, chr(255), WEBSOCKET_OPCODE_BINARY); } catch (ValueError \$error) { return get_class(\$error); } })()")->text(), "\n";
echo $asks->send("\$server->disconnect($fd, 4001)")->text(), ' ', $there->data(), "\n";
$server->server->until('/Close 4001/');
$server->stop();
echo $server->server->log('ERROR|WARNING');
?>
--EXPECT--
-- at first
[true,true]
true ["message","pushed","1"]
true ["seat","named","2"]
1102
true ["two\nlines","two\nlines"]
reload: generation 1 serves
-- after a reload
[true,true]
true ["message","pushed","2"]
true ["seat","named","2"]
1102
true ["two\nlines","two\nlines"]
"ValueError"
true end
