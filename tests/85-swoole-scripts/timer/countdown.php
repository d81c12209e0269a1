<?php

declare(strict_types=1);

use Swoole\{Coroutine, Timer};
use Swoole\WebSocket\{Frame, Server};

/** An auction: each bid moves the end, the last one wins. */
$server = new Server('0.0.0.0', 9501);
$end = $best = null;

$all = function (string $text) use ($server): void {
    foreach ($server->connections as $fd) {
        $server->isEstablished($fd) and $server->push($fd, $text);
    }
};
$server->on('message', function (Server $server, Frame $frame) use (&$end, &$best, $all) {
    if ($frame->data === 'timers') {
        $stats = Timer::stats();
        $server->push($frame->fd, $stats['num'] . ' of ' . count(iterator_to_array(Timer::list(), false)) . ', ' . (Timer::info((int) $end)['interval'] ?? 'no') . ' ms');
        return;
    }
    if ($frame->data === 'cancel') {
        $server->push($frame->fd, json_encode([Timer::exists($end), Timer::clear($end), Timer::exists($end)]));
        return;
    }
    $best = (int) $frame->data;
    $end !== null && Timer::clear($end);
    $end = Timer::after($frame->data === '99' ? 600000 : 20, static function (string $by) use (&$best, &$end, $all): void {
        $end = null;
        $all("sold for $best, $by");
    }, 'going, going, gone');
    $all("bid $best");
});
$server->on('start', function () {
    Timer::after(3600 * 1000, fn () => print("the doors are closed\n"));
});
$server->start();
