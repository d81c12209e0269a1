<?php

use Swoole\Http\Request;
use Swoole\Table;
use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

class ChatServer
{
    private Server $server;
    private Table $users;

    public function __construct(string $host, int $port)
    {
        $this->users = new Table(1024);
        $this->users->column('fd', Table::TYPE_INT, 8);
        $this->users->column('name', Table::TYPE_STRING, 64);
        $this->users->create();

        $this->server = new Server($host, $port);
        $this->server->set([
            'worker_num' => 4,
            'max_request' => 0,
            'dispatch_mode' => 2,
            'heartbeat_check_interval' => 60,
            'heartbeat_idle_time' => 600,
            'package_max_length' => 2 * 1024 * 1024,
            'buffer_output_size' => 32 * 1024 * 1024,
        ]);
        $this->server->on('start', [$this, 'onStart']);
        $this->server->on('workerStart', [$this, 'onWorkerStart']);
        $this->server->on('open', [$this, 'onOpen']);
        $this->server->on('message', [$this, 'onMessage']);
        $this->server->on('close', [$this, 'onClose']);
    }

    public function run(): void
    {
        $this->server->start();
    }

    public function onStart(Server $server): void
    {
        swoole_set_process_name('chat: master');
        echo "Chat server started at ws://{$server->host}:{$server->port}, pid {$server->master_pid}\n";
    }

    public function onWorkerStart(Server $server, int $workerId): void
    {
        $type = $server->taskworker ? 'task' : 'worker';
        echo "$type #$workerId started, pid {$server->worker_pid}\n";
    }

    public function onOpen(Server $server, Request $request): void
    {
        $name = $request->get['name'] ?? 'guest' . $request->fd;
        $this->users->set((string) $request->fd, ['fd' => $request->fd, 'name' => $name]);
        $this->broadcast(['type' => 'join', 'name' => $name, 'online' => count($this->users)]);
    }

    public function onMessage(Server $server, Frame $frame): void
    {
        $message = json_decode($frame->data, true);
        if (!is_array($message) || !isset($message['type'])) {
            $server->push($frame->fd, json_encode(['type' => 'error', 'msg' => 'bad message']));
            return;
        }
        $me = $this->users->get((string) $frame->fd, 'name');
        switch ($message['type']) {
            case 'say':
                $this->broadcast(['type' => 'say', 'from' => $me, 'text' => htmlspecialchars($message['text'])]);
                break;
            case 'to':
                foreach ($this->users as $fd => $row) {
                    if ($row['name'] === $message['name'] && $server->isEstablished((int) $fd)) {
                        $server->push((int) $fd, json_encode(['type' => 'private', 'from' => $me, 'text' => $message['text']]));
                    }
                }
                break;
            case 'list':
                $names = [];
                foreach ($this->users as $row) {
                    $names[] = $row['name'];
                }
                sort($names);
                $server->push($frame->fd, json_encode(['type' => 'list', 'names' => $names]));
                break;
        }
    }

    public function onClose(Server $server, int $fd, int $reactorId): void
    {
        $name = $this->users->get((string) $fd, 'name');
        if ($name === false) {
            return;
        }
        $this->users->del((string) $fd);
        $this->broadcast(['type' => 'leave', 'name' => $name], $fd);
    }

    private function broadcast(array $message, int $except = 0): void
    {
        $json = json_encode($message, JSON_UNESCAPED_UNICODE);
        foreach ($this->server->connections as $fd) {
            if ($fd !== $except && $this->server->isEstablished($fd)) {
                $this->server->push($fd, $json);
            }
        }
    }
}

(new ChatServer('0.0.0.0', 9501))->run();
