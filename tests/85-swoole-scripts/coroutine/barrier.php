<?php

use Swoole\Coroutine;
use Swoole\Coroutine\Barrier;
use Swoole\Coroutine\System;
use Swoole\WebSocket\Server;

use function Swoole\Coroutine\go;

$server = new Server('0.0.0.0', 9501);
$server->on('Message', function (Server $server, $frame) {
    Coroutine::getContext()['user'] = $frame->data;
    $barrier = Barrier::make();
    $count = 0;
    for ($i = 0; $i < 4; $i++) {
        go(function () use ($barrier, &$count) {
            System::sleep(0.002);
            $count++;
        });
    }
    Barrier::wait($barrier);
    $server->push($frame->fd, Coroutine::getContext()['user'] . " waited for $count");

    $cid = go(function () use ($server, $frame) {
        Coroutine::yield();
        $server->push($frame->fd, 'resumed');
    });
    Coroutine::resume($cid);
    $waiting = go(function () use ($server, $frame) {
        Coroutine::suspend();
        $server->push($frame->fd, Coroutine::isCanceled() ? 'cancelled' : 'not cancelled');
    });
    Coroutine::cancel($waiting);
    $ids = [go(fn () => Coroutine::sleep(0.001)), go(fn () => Coroutine::sleep(0.001))];
    Coroutine::join($ids, 10);
    $server->push($frame->fd, json_encode(array_map(Coroutine::exists(...), $ids)));
    $result = System::exec('echo from a shell');
    $server->push($frame->fd, trim($result['output']) . ', ' . $result['code']);
    $server->push($frame->fd, strlen(Coroutine::readFile(__FILE__)) === filesize(__FILE__) ? 'read' : 'not read');
});
$server->start();
