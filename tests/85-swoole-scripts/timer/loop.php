<?php
use Swoole\Coroutine;
use Swoole\WebSocket\Server;

Swoole\Runtime::enableCoroutine(SWOOLE_HOOK_ALL);
$server = new Server('0.0.0.0', 9501);
$server->on('workerStart', function (Server $server, $id) {
    go(function () use ($server) {
        for ($n = 1; true; $n++) {
            Coroutine::sleep(1);
            foreach ($server->connections as $fd) {
                if ($server->isEstablished($fd)) {
                    $server->push($fd, "round $n");
                }
            }
        }
    });
});
$server->on('message', function ($server, $frame) {
    $server->tick(1000, function ($id) use ($server, $frame) {
        if (!$server->push($frame->fd, 'tick')) {
            $server->clearTimer($id);
        }
    });
});
$server->start();
