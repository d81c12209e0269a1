--TEST--
SeatPush: events: a stream may begin after a wait, or be taken over with Response::create(), and its callback may wait on while events come
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 0);
$server->on('Close', function ($server, $fd, $reactor, $code) { echo "Close $code\n"; });
$server->on('Request', function ($request, $response) use ($server) {
    if ($request->server['request_uri'] === '/detached') {
        $fd = $request->fd;
        $response->detach();
        SeatPush\Timer::after(10, fn () => SeatPush\Response::create($fd)->eventStream(700) && $server->push($fd, 'later'));
        return;
    }
    $server->sleep(10);
    echo json_encode($response->eventStream()), "\n";
    for ($i = 0; $server->push($request->fd, "event $i"); $i++) {
        $server->sleep(1);
    }
    echo "gone\n";
});
serve($server);
PHP);
$stream = EventStream::open($server->port, '/detached');
echo $stream->data(), " $stream->retry\n";
$stream = EventStream::open($server->port);
foreach (range(1, 5) as $_) {
    echo $stream->data(), "\n";
}
$stream->shut();
$server->until('/gone\nClose 1006/');
$server->stop();
echo $server->stdout(), $server->log('ERROR|WARNING');
?>
--EXPECT--
later 700
event 0
event 1
event 2
event 3
event 4
true
Close 1006
gone
Close 1006
