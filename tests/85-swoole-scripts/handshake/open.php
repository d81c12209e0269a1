<?php
// The token is looked at in Open, or before it the headers of the answer are added (Swoole 5)
use Swoole\WebSocket\Server;

$server = new Server('0.0.0.0', 9501);
$server->on('BeforeHandshakeResponse', function (Server $server, Swoole\Http\Request $request, Swoole\Http\Response $response) {
    $response->header('X-Node', 'one');
    $response->cookie('seen', '1', 0, '/', '', false, true);
});
$server->on('Open', function (Server $server, Swoole\Http\Request $request) {
    $token = $request->header['authorization'] ?? ('Bearer ' . ($request->get['token'] ?? ''));
    switch (substr($token, 7)) {
        case 'good':
            $server->push($request->fd, 'welcome');
            break;
        case 'old':
            $server->disconnect($request->fd, 4001, 'token expired');
            break;
        default:
            $server->push($request->fd, json_encode(['code' => 401]));
            $server->close($request->fd);
    }
});
$server->on('Message', fn (Server $server, $frame) => $server->push($frame->fd, $frame->data));
$server->start();
