<?php

/*
 * The same push server without the list in Redis: a registry remembers who is looking at what, and forgets who has gone.
 *
 *     php -d extension=seatpush.so server-registry.php
 *     REDIS=127.0.0.1 php -d extension=seatpush.so server-registry.php     # several of them, on one machine or more
 *
 * GET /?merchantId=7 to any of them reaches every browser that sent "merchantId_7", whichever server it is connected to.
 */

$redis    = getenv('REDIS');
$port     = getenv('SEATPUSH_PORT');
$server   = new SeatPush\Server(getenv('SEATPUSH_HOST') ?: '127.0.0.1', $port === false ? 9501 : (int) $port);
$registry = new SeatPush\Registry($server, $redis ? ($redis[0] === '/' ? 'unix://' : 'redis://') . $redis : null);

$server->on('Message', function ($server, $frame) use ($registry) {
    if (preg_match('/^merchantId_\d{1,9}$/D', $frame->data)) {
        $registry->watch($frame->fd, $frame->data);
    }
});

$server->on('Request', function ($request, $response) use ($registry) {
    $merchant = $request->get['merchantId'] ?? null;
    if (is_string($merchant) && preg_match('/^\d{1,9}$/D', $merchant)) {
        $registry->push("merchantId_$merchant", 'refresh');
    }
    $response->end('success');
});

// What other servers said while Redis was away is lost, so everybody here looks again.
$server->on('RedisUp', fn ($server) => $server->pushMany($server->connections, 'refresh'));

echo "Push server on ws://{$server->host}:{$server->port}/\n";
$server->start();
