<?php

declare(strict_types=1);

use Swoole\Coroutine;
use Swoole\Server\Task;
use Swoole\WebSocket\{Frame, Server};

final class Job
{
    public function __construct(public readonly int $fd, public readonly string $text)
    {
    }
}

// tasks with coroutines: four tell all others, and say so
$server = new Server('0.0.0.0', 9501);
$server->set(['task_worker_num' => 4, 'task_enable_coroutine' => true, 'task_use_object' => true]);
$server->on('message', fn (Server $server, Frame $frame) => $server->task(new Job($frame->fd, $frame->data)));
$server->on('task', function (Server $server, Task $task): void {
    /** @var Job $job */
    $job = $task->data;
    Coroutine::sleep(0.001);
    $n = 0;
    foreach ($server->connections as $fd) {
        if ($fd !== $job->fd && $server->isEstablished($fd)) {
            $n += (int) $server->push($fd, $job->text);
        }
    }
    $task->finish(['fd' => $job->fd, 'told' => $n]);
});
$server->on('finish', fn (Server $server, int $taskId, array $done) => $server->push($done['fd'], "told $done[told]"));
$server->start();
