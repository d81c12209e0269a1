<?php

/** As frameworks do it: an array of servers, the first is the main one, the others are its ports with all settings */
$config = [
    'settings' => ['worker_num' => 2, 'max_coroutine' => 100000, 'open_tcp_nodelay' => true, 'max_request' => 100000, 'enable_coroutine' => true],
    'servers' => [
        ['name' => 'http', 'class' => Swoole\WebSocket\Server::class, 'callbacks' => ['request' => [Site::class, 'request'], 'message' => [Site::class, 'message']], 'settings' => []],
        ['name' => 'ws', 'callbacks' => ['open' => [Socket::class, 'open'], 'message' => [Socket::class, 'message'], 'close' => [Socket::class, 'close']], 'settings' => ['open_websocket_protocol' => true]],
    ],
];

final class Site
{
    public function request($request, $response)
    {
        $response->end('site');
    }

    public function message($server, $frame)
    {
    }
}

final class Socket
{
    public function open(Swoole\Server $server, Swoole\Http\Request $request): void
    {
        $server->push($request->fd, 'opened');
    }

    public function message(Swoole\Server $server, Swoole\WebSocket\Frame $frame): void
    {
        $answer = new Swoole\WebSocket\Frame();
        $answer->data = "[$frame->data]";
        $server->send($frame->fd, (string) $answer);
    }

    public function close(Swoole\Server $server, int $fd): void
    {
    }
}

$main = null;
foreach ($config['servers'] as $one) {
    if ($main === null) {
        $main = $port = new $one['class']('0.0.0.0', 9501);
        $port->set(array_replace($config['settings'], $one['settings']));
    } else {
        $port = $main->addlistener('0.0.0.0', 9502, SWOOLE_SOCK_TCP);
        if (!$port) {
            throw new RuntimeException('Failed to listen');
        }
        $port->set(array_replace($config['settings'], $one['settings']));
    }
    foreach ($one['callbacks'] as $event => [$class, $method]) {
        $port->on($event, [new $class(), $method]);
    }
}
$main->start();
