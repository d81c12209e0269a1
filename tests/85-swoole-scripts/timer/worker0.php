<?php

use Swoole\Timer;
use Swoole\WebSocket\Server;

$server = new Server('0.0.0.0', 9501);
$server->set(['worker_num' => 4, 'task_worker_num' => 2]);

$server->on('WorkerStart', function (Server $server, int $workerId) {
    if ($workerId === 0) {
        $n = 0;
        Timer::tick(1000, function (int $timerId) use ($server, &$n) {
            $n++;
            foreach ($server->connections as $fd) {
                if ($server->isEstablished($fd)) {
                    $server->push($fd, json_encode(['tick' => $n]));
                }
            }
        });
    }
});
$server->on('WorkerStop', fn () => Timer::clearAll());
$server->on('Message', fn (Server $server, $frame) => null);
$server->on('Task', fn () => true);
$server->start();
