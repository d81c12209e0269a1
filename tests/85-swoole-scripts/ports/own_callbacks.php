<?php

declare(strict_types=1);

use Swoole\Http\{Request, Response, Server};
use Swoole\Server\Port;
use Swoole\WebSocket\Frame;

// a web server, with two WebSocket ports that have callbacks of their own
$http = new Server('0.0.0.0', 9501);
$http->set(['open_websocket_protocol' => false]);
$http->on('request', function (Request $request, Response $response) use ($http): void {
    $response->end(implode(' ', array_map(fn (Port $port) => (string) count($port->connections), $http->ports)));
});

/** @var Port $visitors */
$visitors = $http->listen('0.0.0.0', 9502, SWOOLE_SOCK_TCP);
$visitors->set(['open_websocket_protocol' => true, 'heartbeat_idle_time' => 300, 'heartbeat_check_interval' => 60]);
/** @var Port $staff */
$staff = $http->listen('127.0.0.1', 9503, SWOOLE_SOCK_TCP);
$staff->set(['open_websocket_protocol' => true]);

$visitors->on('open', fn (Server $server, Request $request) => $server->push($request->fd, 'hello visitor'));
$visitors->on('message', function (Server $server, Frame $frame) use ($staff): void {
    foreach ($staff->connections as $fd) {
        $server->push($fd, "$frame->fd asks: $frame->data");
    }
});
$visitors->on('close', function (Server $server, int $fd) use ($staff): void {
    foreach ($staff->connections as $one) {
        $server->push($one, "$fd has left");
    }
});
$staff->on('message', function (Server $server, Frame $frame): void {
    [$to, $text] = explode(' ', $frame->data, 2);
    $server->push($frame->fd, $server->push((int) $to, $text) ? 'sent' : 'gone');
});
$http->start();
