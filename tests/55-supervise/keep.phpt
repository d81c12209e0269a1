--TEST--
SeatPush: reload_mode: with 'keep' connections move to the new worker, wherever they are in what they do
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

const BYTES = 8000000;

$code = fn (int $version) => '$server->on("Open", function ($server, $request) {
    $server->bind($request->fd, "user " . $request->get["name"]);
    $server->setState($request->fd, "state of " . $request->get["name"]);
    $server->subscribe($request->fd, "show");
});
$server->on("Adopt", fn ($server, $fd) => $server->isEstablished($fd) && $server->push($fd, "' . $version . ' adopts " . $server->getClientInfo($fd)["uid"] . ", " . $server->state($fd) . ", " . implode($server->topics($fd))));
$server->on("Request", function ($request, $response) use ($server) {
    if ($request->server["request_uri"] === "/slow") {
        $server->publish("show", "slow begins");
        while (!is_file("' . __FILE__ . '.go")) {
            $server->sleep(2);
        }
    }
    $response->end("' . $version . ' answers");
});';
@unlink(__FILE__ . '.go');
$server = new Supervised($code(1), "['reload_mode' => 'keep', 'socket_buffer_size' => 20000000, 'max_wait_time' => 30]");
$visit = fn (string $name) => WsClient::upgrade($server->port, "/?name=$name");
$version = 1;
$reload = function () use ($server, $code, &$version) {
    $server->change($code(++$version));
    return $server->reload();
};

echo "-- a WebSocket, and what belongs to it\n";
[$ada, $ben] = [$visit('Ada'), $visit('Ben')];
$id = $ada->send('$frame->fd')->text();
echo $reload(), "\n", $ada->text(), "\n", $ben->text(), "\n";
echo $ada->send('$frame->fd')->text() === $id ? 'the same id' : 'another id', "\n";
echo $ada->send('$server->publish("show", "to all")')->text(), ', ', $ada->text(), ', ', $ben->text(), "\n";

echo "-- in the middle of a frame, of its header, and of a message\n";
$frame = WsClient::frame(1, '"' . str_repeat('x', 300) . '"');
$ada->raw(substr($frame, 0, 5));
$ben->raw(substr($frame, 0, 100));
$cid = $visit('Cid')->sendFrame(1, '"two ', fin: false);
$reload();
[$ada->text(), $ben->text(), $cid->text()];
$ada->raw(substr($frame, 5));
$ben->raw(substr($frame, 100));
$ada->send('1');
$cid->sendFrame(9, 'ping')->sendFrame(0, 'parts"');
echo strlen($ben->text()), ', ', $cid->text(), ', ', $cid->text(), ', Ada: ', strlen($ada->text()), ', ', $ada->text(), "\n";

echo "-- with bytes that wait for it\n";
$dora = $visit('Dora');
$dora->send('strlen(json_encode([$server->push($frame->fd, str_repeat("y", ' . BYTES . ')), $server->push($frame->fd, "last")]))');
$ben->send('$server->getClientInfo(max(iterator_to_array($server->connections)))["send_queued_bytes"] > 1000000');
echo $ben->text(), "\n";
$reload();
echo strlen($dora->text()) === BYTES ? 'all of them, ' : 'others, ', $dora->text(), ', ', $dora->text(), ', ', $dora->text(), "\n";
[$ben->text(), $cid->text()];

echo "-- HTTP between two requests, in the middle of a head, and with a request on its way\n";
[$kept, $half, $slow] = [new HttpClient($server->port), new HttpClient($server->port), new HttpClient($server->port)];
echo $kept->request('GET', '/')->response()['body'], "\n";
$half->raw("GET / HTTP/1.1\r\nHo");
$slow->request('GET', '/slow');
$ben->text();
$reload();
echo $kept->request('GET', '/')->response()['body'], ', ', $half->raw("st: x\r\n\r\n")->response()['body'], "\n";
touch(__FILE__ . '.go');
echo $slow->response()['body'], ', then ', $slow->request('GET', '/')->response()['body'], "\n";

echo "-- a message while a callback waits: it moves when that has ended\n";
unlink(__FILE__ . '.go');
$eve = $visit('Eve')->send('[$server->push($frame->fd, "waits"), (function () use ($server) { while (!is_file("' . __FILE__ . '.go")) { $server->sleep(2); } })(), SeatPush\Server::generation()]');
echo $eve->text(), "\n";
$eve->send('SeatPush\Server::generation()');
$reload();
$ben->text();
$ben->text();
echo $ben->send('$server->pushMany($server->connections, "from the new one") > 4')->text(), ', ', $eve->text(), "\n";
touch(__FILE__ . '.go');
$said = [$eve->text(), $eve->text(), $eve->text()];
echo implode(', ', preg_replace('/\d+ adopts/', 'it adopts', $said)), "\n";
unlink(__FILE__ . '.go');
echo $server->stop(), "\n";
?>
--EXPECT--
-- a WebSocket, and what belongs to it
reload: generation 1 serves
2 adopts user Ada, state of Ada, show
2 adopts user Ben, state of Ben, show
the same id
to all, 2, to all
-- in the middle of a frame, of its header, and of a message
302, pong ping, "two parts", Ada: 302, 1
-- with bytes that wait for it
true
all of them, last, 11, 4 adopts user Dora, state of Dora, show
-- HTTP between two requests, in the middle of a head, and with a request on its way
4 answers
5 answers, 5 answers
4 answers, then 5 answers
-- a message while a callback waits: it moves when that has ended
waits
from the new one, from the new one
[true,null,4], 4, it adopts user Eve, state of Eve, show
0 bool(true)
