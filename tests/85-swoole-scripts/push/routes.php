<?php
use Swoole\Http\{Request, Response};
use Swoole\WebSocket\{Frame, Server};

$server = new Server('127.0.0.1', 9501);
$topics = [];                       // topic => [fd => true]

$server->on('Message', function (Server $server, Frame $frame) use (&$topics) {
    foreach (json_decode($frame->data)->topics ?? [] as $topic) {
        $topics[$topic][$frame->fd] = true;
    }
});
$server->on('Close', function (Server $server, int $fd) use (&$topics) {
    foreach ($topics as &$fds) {
        unset($fds[$fd]);
    }
});
$routes = [
    'GET' => [
        '/topics' => function () use (&$topics) {
            return array_map('count', $topics);
        },
    ],
    'PUT' => [
        '/topics' => function (Request $request) use ($server, &$topics) {
            $frame = new Frame();
            $frame->data = $request->getContent();
            $failed = [];
            foreach (array_keys($topics[$request->get['name']] ?? []) as $fd) {
                if (!$server->push($fd, $frame)) {
                    $failed[] = $fd;
                }
            }
            return ['failed' => $failed];
        },
    ],
];
$server->on('Request', function (Request $request, Response $response) use (&$routes) {
    $response->header('Access-Control-Allow-Origin', '*');
    $handler = $routes[$request->server['request_method']][$request->server['request_uri']] ?? null;
    if (!$handler) {
        $response->status(404, 'No Such Route');
        $response->end();
        return;
    }
    try {
        $response->header('Content-Type', 'application/json', false);
        $response->write(json_encode($handler($request)));
        $response->end();
    } catch (Throwable $e) {
        $response->status(500);
        $response->end($e->getMessage());
    }
});
$server->start();
