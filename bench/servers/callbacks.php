<?php
/*
 * The same script for every server with Swoole's interface; seatpush.php and swoole.php make the
 * server and call it. What bench/README.md asks of a server, no more:
 *   - a WebSocket message goes back to its sender;
 *   - GET /push?n=TEXT sends TEXT to every WebSocket connection and answers "told COUNT\n".
 * $variant: 'connections' keeps nothing and goes through $server->connections; 'fds' keeps an array
 * of its own, as most scripts of this kind do. Of SeatPush only: 'publish' subscribes everybody to a
 * topic and publishes; 'redis' does, too, and listens to the Redis of the scenario redis; 'topic'
 * gives each connection a topic of its own; 'storm' publishes states, by a window of 50 ms.
 */
function serve(object $server, string $variant): void
{
    $fds = [];
    $keep = $variant === 'fds';
    $one_topic = in_array($variant, ['publish', 'redis', 'storm'], true);
    $own_topic = $variant === 'topic';
    if ($variant === 'redis') {
        $server->set(['redis' => getenv('BENCH_REDIS') ?: throw new Exception('only in the scenario redis, which sets BENCH_REDIS')]);
        $server->subscribeRedis('seatpush:*');
    }

    $server->on('Open', function ($server, $request) use (&$fds, $keep, $one_topic, $own_topic) {
        if ($keep) {
            $fds[$request->fd] = 1;
        }
        if ($one_topic) {
            $server->subscribe($request->fd, 'all');
        } elseif ($own_topic) {
            $server->subscribe($request->fd, "show_$request->fd");
        }
    });
    $server->on('Message', function ($server, $frame) {
        $server->push($frame->fd, $frame->data);
    });
    $server->on('Request', function ($request, $response) use ($server, &$fds, $keep, $variant) {
        if ($request->server['request_uri'] !== '/push') {
            $response->end("ok\n");
            return;
        }
        $message = $request->get['n'];
        $told = 0;
        if ($variant === 'publish') {
            $told = $server->publish('all', $message);
        } elseif ($variant === 'storm') {
            $told = $server->publish('all', $message, conflateKey: 'state', windowMs: 50);
        } elseif ($keep) {
            foreach ($fds as $fd => $one) {
                if ($server->push($fd, $message)) {
                    $told++;
                }
            }
        } else {
            foreach ($server->connections as $fd) {
                if ($fd !== $request->fd && $server->push($fd, $message)) {
                    $told++;
                }
            }
        }
        $response->end("told $told\n");
    });
    $server->on('Close', function ($server, $fd) use (&$fds) {
        unset($fds[$fd]);
    });
    $server->start();
}
