<?php

use Swoole\Http\{Request, Response};
use Swoole\WebSocket\{Frame, Server};

$server = new Server('0.0.0.0', 9501);
$server->set(['worker_num' => 1]);
$server->on('Message', fn (Server $server, Frame $frame) => $server->push($frame->fd, "echo $frame->data"));

// for our own backend only
$inner = $server->listen('127.0.0.1', 9502, SWOOLE_SOCK_TCP);
$inner->set(['open_http_protocol' => true, 'open_websocket_protocol' => false]);
$inner->on('Request', function (Request $request, Response $response) use ($server) {
    if ($request->server['server_port'] == $server->port) {
        $response->status(500);
        $response->end('wrong port');
        return;
    }
    $sent = 0;
    foreach ($server->connections as $fd) {
        $info = $server->getClientInfo($fd);
        if ($server->isEstablished($fd) && $info['server_port'] === $server->port) {
            $server->push($fd, $request->rawContent());
            $sent++;
        }
    }
    $response->end("sent $sent");
});
$server->on('Request', function (Request $request, Response $response) {
    $response->status(404);
    $response->end('nothing here');
});
$server->start();
