<?php

/*
 * The same push server, told through Redis: the shop publishes, and does not need to know where this server is.
 *
 *     php -d extension=seatpush.so server-redis.php
 *
 * PUBLISH seats:merchantId_7 refresh, from anything, reaches every browser that sent "merchantId_7".
 */

$redis  = getenv('REDIS') ?: '127.0.0.1';
$port   = getenv('SEATPUSH_PORT');
$server = new SeatPush\Server(getenv('SEATPUSH_HOST') ?: '127.0.0.1', $port === false ? 9501 : (int) $port);
$server->set(['redis' => ($redis[0] === '/' ? 'unix://' : 'redis://') . $redis]);

$server->on('Message', function ($server, $frame) {
    if (preg_match('/^merchantId_\d{1,9}$/D', $frame->data)) {
        $server->subscribe($frame->fd, $frame->data);
    }
});

// Never times out. What is published while Redis is away is lost, so everybody looks again when it is back.
$server->subscribeRedis('seats:*', gap: 'refresh');

echo "Push server on ws://{$server->host}:{$server->port}/\n";
$server->start();
