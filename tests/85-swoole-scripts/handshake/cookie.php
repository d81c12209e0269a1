<?php

use Swoole\Http\Request;
use Swoole\Http\Response;
use Swoole\WebSocket\Server;

abstract class Guarded
{
    protected Server $server;
    protected array $users = [];

    public function __construct()
    {
        $this->server = new Server('0.0.0.0', 9501, SWOOLE_BASE, SWOOLE_SOCK_TCP);
        $this->server->set(['worker_num' => 1, 'websocket_subprotocol' => 'chat']);
        $this->server->on('handShake', [$this, 'onHandShake']);
        $this->server->on('message', [$this, 'onMessage']);
        $this->server->on('close', [$this, 'onClose']);
    }

    abstract protected function user(Request $request): ?string;

    public function onHandShake(Request $request, Response $response): bool
    {
        $user = $this->user($request);
        if ($user === null) {
            $response->status(403);
            $response->header('Content-Type', 'application/json');
            $response->end('{"error":"log in first"}');
            return false;
        }
        $response->header('Upgrade', 'websocket');
        $response->header('Connection', 'Upgrade');
        $response->header('Sec-WebSocket-Accept', base64_encode(sha1($request->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
        $response->header('Sec-WebSocket-Version', '13');
        if (!empty($request->header['sec-websocket-protocol'])) {
            $response->header('Sec-WebSocket-Protocol', 'chat');
        }
        $response->status(101);
        $response->end();

        $fd = $request->fd;
        $this->users[$fd] = $user;
        // there is no onOpen after a handshake of one's own
        $this->server->defer(function () use ($fd, $user) {
            $this->server->push($fd, "welcome $user");
        });
        return true;
    }

    public function onMessage(Server $server, $frame): void
    {
        foreach ($this->users as $fd => $user) {
            $server->push($fd, $this->users[$frame->fd] . ": $frame->data");
        }
    }

    public function onClose(Server $server, int $fd): void
    {
        unset($this->users[$fd]);
    }

    public function run(): void
    {
        $this->server->start();
    }
}

(new class extends Guarded {
    protected function user(Request $request): ?string
    {
        [$user, $mac] = explode('.', $request->cookie['session'] ?? '.', 2);
        return hash_equals(hash_hmac('md5', $user, 'key'), $mac) ? $user : null;
    }
})->run();
