<?php
use Swoole\WebSocket\Server;

$server = new Server('0.0.0.0', 9501);
$server->set(['task_worker_num' => 2, 'enable_coroutine' => true]);
$server->on('Request', function ($request, $response) use ($server) {
    $result = match ($request->server['path_info']) {
        '/wait' => $server->taskwait(['square' => (int) $request->get['n']], 10),
        '/multi' => $server->taskWaitMulti([['square' => 2], ['square' => 3], ['fail' => true]], 10.0),
        '/co' => $server->taskCo(['a' => ['square' => 4], 'b' => ['square' => 5]], 10),
        '/callback' => $server->task(['square' => 6], -1, function (Server $server, $taskId, $result) use ($response) {
            $response->end(json_encode($result));
        }),
    };
    if ($request->server['path_info'] !== '/callback') {
        $response->end(json_encode($result));
    }
});
$server->on('Task', function (Server $server, int $taskId, int $srcWorkerId, mixed $data) {
    if (isset($data['fail'])) {
        return;
    }
    return $data['square'] ** 2;
});
$server->on('Finish', function (Server $server, int $taskId, mixed $data) {
    echo "task $taskId: ", json_encode($data), "\n";
});
$server->on('Message', fn () => null);
$server->start();
