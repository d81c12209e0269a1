--TEST--
SeatPush: events: an exception after eventStream() ends the stream with 1011, also if the callback has waited, so that the client comes again
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

$server = event_server('$server->on("Error", fn ($server, $error, $event) => print("$event: {$error->getMessage()}\n"));', stream: <<<'PHP'
    $response->eventStream();
    $server->subscribe($fd, "all");
    $server->sendEvent($fd, "begun");
    if (isset($request->get["wait"])) {
        $server->sleep(10);
    }
    throw new Exception("no database");
    PHP);
foreach (['/events', '/events?wait=1'] as $n => $target) {
    $stream = EventStream::open($server->port, $target);
    echo $stream->data(), ' ', $stream->data(), "\n";
    $server->until('/(Close -1 1011.*){' . $n + 1 . '}/s');
}
echo json_encode(at($server, '$server->subscribers("all")')), "\n";
$server->stop();
echo preg_replace('/^Close 0 .*\n| +$/m', '', $server->stdout());
?>
--EXPECT--
begun end
begun end
[]
Request: no database
Close -1 1011
Request: no database
Close -1 1011
