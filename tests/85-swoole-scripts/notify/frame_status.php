<?php

use Swoole\Http\{Request, Response};
use Swoole\WebSocket\Server;

/** A handler beside a web application: Close is for WebSockets only, and the server itself may close. */
final class Handler
{
    private array $uids = [];

    public function onOpen(Server $server, Request $request): void
    {
        $this->uids[$request->fd] = $request->get['uid'];
    }

    public function onMessage(Server $server, $frame): void
    {
        $frame->data === 'bye' && $server->disconnect($frame->fd, 1000, 'bye');
        $frame->data === 'close' && $server->close($frame->fd);
    }

    public function onClose(Server $server, int $fd, int $reactorId): void
    {
        unset($this->uids[$fd]);
    }

    public function online(): string
    {
        return implode(', ', $this->uids) ?: 'nobody';
    }
}

$handler = new Handler();
$server = new Server('0.0.0.0', 9501);
$server->on('Open', fn () => $handler->onOpen(...func_get_args()));
$server->on('Message', fn () => $handler->onMessage(...func_get_args()));
$server->on('Close', function (Server $server, $fd, $reactorId) use ($handler) {
    $info = $server->getClientInfo($fd);
    if (isset($info['websocket_status']) && $info['websocket_status'] === WEBSOCKET_STATUS_FRAME) {
        $handler->onClose($server, $fd, $reactorId);
    }
    // else it was HTTP
});
$server->on('Request', fn (Request $request, Response $response) => $response->end($handler->online()));
$server->start();
