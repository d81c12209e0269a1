<?php
/*
 * The same script for every server with Swoole's interface; seatpush.php and peers/swoole.php make
 * the server and call it. What bench/README.md asks of a server, no more:
 *   - a WebSocket message goes back to its sender;
 *   - GET /push?n=TEXT sends TEXT to every WebSocket connection, or with &room=K to the five of room
 *     K, and answers "told COUNT\n"; any other GET is answered "ok\n".
 * $variant says what the script keeps: 'connections' nothing, it goes through $server->connections;
 * 'fds' an array of ids, as most scripts of this kind do; 'room-fds' such an array for each room. Of
 * SeatPush only: 'publish' subscribes everybody to one topic, and so do 'conflate', which gives a key,
 * 'storm', which publishes states, by a window of 50 ms, and 'redis', which listens to the Redis of the
 * scenario redis; 'rooms' has a topic for each room; 'topic' gives each connection one of its own.
 */
const ROOM = 5;

/** What is done with a new connection, unless nothing is. */
function keeper(object $server, string $variant, array &$fds): ?callable
{
    $count = 0;

    return match ($variant) {
        'connections' => null,
        'fds' => function ($server, $request) use (&$fds) {
            $fds[$request->fd] = 1;
        },
        'room-fds' => function ($server, $request) use (&$fds, &$count) {
            $fds[intdiv($count++, ROOM)][$request->fd] = 1;
        },
        'rooms' => function ($server, $request) use (&$count) {
            $server->subscribe($request->fd, 'room_' . intdiv($count++, ROOM));
        },
        'topic' => fn ($server, $request) => $server->subscribe($request->fd, "show_$request->fd"),
        default => fn ($server, $request) => $server->subscribe($request->fd, 'all'),
    };
}

/** function (Request): how many were told */
function teller(object $server, string $variant, array &$fds): callable
{
    $each = function (iterable $some, string $message, int $but) use ($server) {
        $told = 0;
        foreach ($some as $fd) {
            if ($fd !== $but && $server->push($fd, $message)) {
                $told++;
            }
        }
        return $told;
    };
    $fds_of = function (array $some, string $message) use ($server) {
        $told = 0;
        foreach ($some as $fd => $one) {
            if ($server->push($fd, $message)) {
                $told++;
            }
        }
        return $told;
    };

    return match ($variant) {
        'connections', 'topic', 'redis' => fn ($request) => $each($server->connections, $request->get['n'], $request->fd),
        'fds' => function ($request) use ($fds_of, &$fds) {
            return $fds_of($fds, $request->get['n']);
        },
        'room-fds' => function ($request) use ($fds_of, &$fds) {
            return $fds_of($fds[(int) $request->get['room']], $request->get['n']);
        },
        'rooms' => fn ($request) => $server->publish("room_{$request->get['room']}", $request->get['n']),
        'publish' => fn ($request) => $server->publish('all', $request->get['n']),
        'conflate' => fn ($request) => $server->publish('all', $request->get['n'], conflateKey: 'state'),
        'storm' => fn ($request) => $server->publish('all', $request->get['n'], conflateKey: 'state', windowMs: 50),
    };
}

function serve(object $server, string $variant): void
{
    $fds = [];
    $keep = keeper($server, $variant, $fds);
    $tell = teller($server, $variant, $fds);

    if ($variant === 'redis') {
        $server->set(['redis' => getenv('BENCH_REDIS') ?: throw new Exception('only in the scenario redis, which sets BENCH_REDIS')]);
        $server->subscribeRedis('seatpush:*');
    }
    $server->on('Open', $keep ?? function ($server, $request) {
    });
    $server->on('Message', function ($server, $frame) {
        $server->push($frame->fd, $frame->data, $frame->opcode);
    });
    $server->on('Request', function ($request, $response) use ($tell) {
        $response->end($request->server['request_uri'] === '/push' ? "told {$tell($request)}\n" : "ok\n");
    });
    $server->on('Close', function ($server, $fd) use (&$fds, $variant) {
        if ($variant === 'fds') {
            unset($fds[$fd]);
        }
    });
    $server->start();
}
