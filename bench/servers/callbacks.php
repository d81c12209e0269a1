<?php
/*
 * The same script for every server with Swoole's interface; seatpush.php and swoole.php make the
 * server and call it. What bench/README.md asks of a server, no more:
 *   - a WebSocket message goes back to its sender;
 *   - GET /push?n=TEXT sends TEXT to every WebSocket connection and answers "told COUNT\n".
 * $variant: 'connections' keeps nothing and goes through $server->connections; 'fds' keeps an array
 * of its own, as most scripts of this kind do.
 */
function serve(object $server, string $variant): void
{
    $fds = [];
    $keep = match ($variant) {
        'connections' => false,
        'fds' => true,
    };

    $server->on('Open', function ($server, $request) use (&$fds, $keep) {
        if ($keep) {
            $fds[$request->fd] = 1;
        }
    });
    $server->on('Message', function ($server, $frame) {
        $server->push($frame->fd, $frame->data);
    });
    $server->on('Request', function ($request, $response) use ($server, &$fds, $keep) {
        if ($request->server['request_uri'] !== '/push') {
            $response->end("ok\n");
            return;
        }
        $message = $request->get['n'];
        $told = 0;
        if ($keep) {
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
