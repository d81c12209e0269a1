<?php

use Swoole\WebSocket\Server;

final class Online
{
    private ?Redis $redis = null;

    public function connect(): void
    {
        $this->redis = new Redis();
        $this->redis->connect('127.0.0.1', 6379);
        $this->redis->del('online:fd', 'online:uid');     // what a crash has left
    }

    public function login(int $fd, string $uid): void
    {
        $this->redis->multi(Redis::PIPELINE)
            ->hSet('online:fd', (string) $fd, $uid)
            ->hSet('online:uid', $uid, (string) $fd)
            ->exec();
    }

    public function logout(int $fd): ?string
    {
        $uid = $this->redis->hGet('online:fd', (string) $fd);
        if ($uid === false) {
            return null;
        }
        $this->redis->hDel('online:fd', (string) $fd);
        $this->redis->hDel('online:uid', $uid);
        return $uid;
    }

    public function fd(string $uid): int
    {
        return (int) $this->redis->hGet('online:uid', $uid);
    }

    public function all(): array
    {
        return $this->redis->hGetAll('online:uid');
    }
}

$online = new Online();
$server = new Server('0.0.0.0', 9501);
$server->set(['worker_num' => 1, 'pid_file' => '/var/run/notify.pid']);
$server->on('WorkerStart', function (Server $server, int $workerId) use ($online) {
    $online->connect();     // one connection per worker, never before the fork
});
$server->on('Open', function (Server $server, Swoole\Http\Request $request) use ($online) {
    $online->login($request->fd, $request->cookie['uid'] ?? $request->header['x-uid']);
});
$server->on('Message', function (Server $server, Swoole\WebSocket\Frame $frame) use ($online) {
    [$uid, $text] = explode(' ', $frame->data, 2);
    $fd = $online->fd($uid);
    if ($fd && $server->isEstablished($fd)) {
        $server->push($fd, $text);
        $server->push($frame->fd, 'sent');
    } else {
        $server->push($frame->fd, "$uid is away");
    }
});
$server->on('Request', function ($request, $response) use ($online, $server) {
    foreach ($online->all() as $uid => $fd) {
        $server->push((int) $fd, "$uid: {$request->post['text']}");
    }
    $response->end('told ' . count($online->all()));
});
$server->on('Close', function (Server $server, int $fd) use ($online) {
    $online->logout($fd);
});
$server->start();
