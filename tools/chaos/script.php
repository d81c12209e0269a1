<?php

/*
 * The server that tools/chaos torments. Arguments: the folder of redis-server's socket and of the files that receive the
 * port and say how many workers and task workers there are to be, and what max_request is; the folder of the log and the
 * state file, whose disk may be full.
 */

declare(strict_types=1);

[, $folder, $disk] = $argv;
$server = new SeatPush\Server('127.0.0.1', 0);
[$workers, $taskWorkers, $most] = array_map(intval(...), explode(' ', file_get_contents("$folder/workers")));
$server->set([
    'worker_num' => $workers,
    'task_worker_num' => $taskWorkers,
    'max_request' => $most,
    'reload_mode' => 'keep',
    'supervise' => true,
    'reload_timeout' => 4,
    'worker_timeout' => 4,
    'redis' => "unix://$folder/redis",
    'registry_lease' => 3,
    'log_file' => "$disk/log",
    'log_level' => 2,
    'state_file' => "$disk/ids",
    'handshake_timeout' => 120, // so that nothing depends on how fast this machine is
    'body_timeout' => 120,
    'body_min_rate' => 0,
    'keepalive_timeout' => 300,
    'max_wait_time' => 3,
    'head_max_length' => 4096,
    'package_max_length' => 100000,
    'slow_callback_ms' => 2000,
]);
$server->topic('seat_*', 'seats');
$server->topic('seat_2', 'seats', 30);
$server->subscribeRedis('chaos:*');
$registry = new SeatPush\Registry($server);

// The connections that Connect brought, without those that Close took, and without those that ended with their worker.
$living = new SeatPush\Table(8192);
$living->column('worker', SeatPush\Table::TYPE_INT);
$living->create();
$server->on('WorkerStart', function ($server) use ($living) {
    foreach (iterator_to_array($living) as $fd => $row) {
        $server->exists($fd) || $living->del((string) $fd);
    }
});
$server->on('Start', fn ($server) => file_put_contents("$folder/port", (string) $server->port));
$server->on('Connect', fn ($server, $fd) => $living->set((string) $fd, ['worker' => $server->worker_id]));
$server->on('Close', fn ($server, $fd) => $living->del((string) $fd));
$server->on('Adopt', function ($server, $fd) use ($living) {
    $living->set((string) $fd, ['worker' => $server->worker_id]);
    if ($server->isEstablished($fd)) {
        $topics = $server->topics($fd);
        sort($topics);
        $server->push($fd, "adopted {$server->state($fd)} " . implode(',', $topics));
    }
});
$welcome = function ($server, $request) use ($registry) {
    foreach (explode(',', basename($request->server['request_uri'])) as $topic) {
        if (str_starts_with($topic, 'show')) {
            $registry->watch($request->fd, $topic);
        } elseif ($topic !== '') {
            $server->subscribe($request->fd, $topic);
        }
    }
    $server->push($request->fd, "hello $request->fd");
};
$server->on('Open', $welcome);
$server->on('Message', function ($server, $frame) {
    [$verb, $rest] = explode(' ', $frame->data, 2) + [1 => ''];
    if ($verb === 'wait') {
        $server->sleep((int) $rest); // meanwhile, this connection cannot move
    } elseif ($verb === 'state') {
        $server->setState($frame->fd, explode(' ', $rest)[0]);
    } elseif ($verb === 'task') {
        $server->task([$frame->fd, $rest]) === false && $server->push($frame->fd, "done $rest");
    }
    $server->push($frame->fd, "echo $frame->data", $frame->opcode);
});

$server->on('Task', function ($server, $id, $worker, $data) {
    usleep(2000);
    return $data;
});
$server->on('Finish', fn ($server, $id, $data) => $server->push($data[0], "done $data[1]"));

/** This worker ends, in one of the ways that a script has, and says so before. */
function end_worker(string $how): void
{
    global $folder, $server;
    file_put_contents("$folder/ends", (string) getmypid());
    switch ($server->taskworker && $how === 'loop' ? 'exit' : $how) { // worker_timeout is not for task workers
        case 'exit':
            exit(7);
        case 'fatal':
            trigger_error('broken on purpose', E_USER_ERROR);
        case 'memory':
            for ($all = []; true;) {
                $all[] = str_repeat('broken on purpose', 100000);
            }
        case 'loop':
            while (true);
    }
}

$server->on('PipeMessage', fn ($server, $worker, $how) => end_worker($how));
$server->on('Request', function ($request, $response) use ($server, $registry, $living, $workers, $taskWorkers, $welcome) {
    $get = $request->get ?? [];
    if (str_starts_with($request->server['request_uri'], '/events/')) {
        $response->eventStream(100) && $welcome($server, $request);
        return;
    }
    switch ($request->server['request_uri']) {
        case '/publish':
            (int) $get['ms'] > 0 && $server->sleep((int) $get['ms']); // so that it may come when others are moving
            $server->publish($get['topic'], $request->rawContent(), conflateKey: ($get['key'] ?? '') !== '' ? $get['key'] : null);
            break;
        case '/show':
            $registry->push($get['topic'], $request->rawContent());
            break;
        case '/wait':
            $server->sleep((int) $get['ms']);
            break;
        case '/big': // more than the sockets hold
            $response->end(str_repeat('b', 1 << 20));
            return;
        case '/end':
            if ((int) $get['worker'] === $server->worker_id || (int) $get['worker'] >= $workers + $taskWorkers) {
                end_worker($get['how']);
            }
            $server->sendMessage($get['how'], (int) $get['worker']);
            break;
        case '/watchers':
            $response->end(json_encode($registry->watchers($get['key'])));
            return;
        case '/subscribers':
            $response->end(json_encode(array_map($server->subscriberCount(...), explode(',', $get['topics']))));
            return;
        case '/stats':
            $response->end(json_encode(['count' => count($server->connections), 'living' => count($living)] + $server->stats()));
            return;
    }
    $response->end($request->server['request_uri'] . ' ' . ($get['n'] ?? '') . ' ' . strlen((string) $request->rawContent()));
});
$server->start();
