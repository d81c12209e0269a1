--TEST--
SeatPush: session: setState() keeps a text beside any open connection, which state() returns until Close has run
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Connect', fn ($server, $fd) => $server->setState($fd, 'connected'));
$server->on('Handshake', function ($request, $response) use ($server) {
    $server->setState($request->fd, $server->state($request->fd) . ' handshake');
    return true;
});
$server->on('Open', fn ($server, $request) => $server->setState($request->fd, $server->state($request->fd) . ' open'));
$server->on('Message', function ($server, $frame) {
    $fd = $frame->fd;
    $said = [$server->state($fd), $server->setState($fd, $frame->data), $server->state($fd) === $frame->data, $server->getLastError()];
    foreach ([1, $fd ^ 1 << 46] as $other) {
        array_push($said, $server->setState($other, 'x'), $server->getLastError(), $server->state($other), $server->getLastError());
    }
    foreach ([4096, 4097] as $bytes) {
        try {
            $said[] = $server->setState($fd, str_repeat("\0", $bytes));
        } catch (ValueError $e) {
            $said[] = $e->getMessage();
        }
        $said[] = strlen($server->state($fd));
    }
    array_push($said, $server->setState($fd, ''), $server->state($fd), $server->setState($fd, ''), $server->setState($fd, $frame->data));
    echo json_encode($said, JSON_UNESCAPED_SLASHES), "\n";
    $server->close($fd);
    echo json_encode([$server->setState($fd, 'late'), $server->getLastError(), $server->state($fd)]), "\n";
});
$server->on('Request', function ($request, $response) use ($server) {
    $response->end($server->state($request->fd));
    $server->setState($request->fd, $request->server['request_uri']);
});
$server->on('Close', function ($server, $fd) {
    echo 'Close ', json_encode([$server->state($fd), $server->setState($fd, 'later'), $server->state($fd)], JSON_UNESCAPED_SLASHES), "\n";
    $server->defer(function () use ($server, $fd) { echo 'gone ', json_encode([$server->state($fd), $server->getLastError()]), "\n"; });
});
serve($server);
PHP);
WsClient::connect($server->port)->send("b\u{1F3B5}")->rest();
$server->until('/gone/');
$http = new HttpClient($server->port);
echo $http->request('GET', '/a')->response()['body'], ' ', $http->request('GET', '/b', ['Connection' => 'close'])->response()['body'], "\n";
$server->until('/gone.*gone/s');
$server->stop();
echo $server->stdout();
foreach (['setState(1, "x")', 'state(1)'] as $call) {
    echo TestServer::run("try { (new SeatPush\\Server('127.0.0.1', 0))->$call; } catch (SeatPush\\Exception \$e) { echo \$e->getMessage(); }")->stdout(), "\n";
}
?>
--EXPECT--
connected /a
["connected handshake open",true,true,0,false,1001,false,1001,false,1011,false,1011,true,4096,"SeatPush\\Server::setState(): Argument #2 ($state) must be at most 4096 bytes, 4097 given: keep more in Redis or a database, and its key here",4096,true,"",true,true]
[false,1001,"b\ud83c\udfb5"]
Close ["b\ud83c\udfb5",false,"b\ud83c\udfb5"]
gone [false,1001]
Close ["/a",false,"/a"]
gone [false,1001]
setState() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
state() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
