<?php

use Swoole\Coroutine;
use Swoole\Coroutine\Channel;
use Swoole\Coroutine\WaitGroup;
use Swoole\Http\{Request, Response};
use Swoole\WebSocket\{Frame, Server};

Coroutine::set(['hook_flags' => SWOOLE_HOOK_ALL, 'max_coroutine' => 3000]);
$server = new Server('0.0.0.0', 9501);

$server->on('Request', function (Request $request, Response $response) {
    $wg = new WaitGroup();
    $result = [];
    foreach (['slow' => 0.02, 'quick' => 0.001] as $name => $seconds) {
        $wg->add();
        go(function () use ($wg, &$result, $name, $seconds) {
            Coroutine::sleep($seconds);
            $result[$name] = $seconds;
            $wg->done();
        });
    }
    $wg->wait();
    ksort($result);
    $response->end(json_encode($result));
});

$server->on('Message', function (Server $server, Frame $frame) {
    $chan = new Channel(2);
    for ($i = 0; $i < 3; $i++) {
        Coroutine::create(function () use ($chan, $i) {
            Coroutine::defer(fn () => null);
            $chan->push([$i, Coroutine::getCid() > 0, Coroutine::getPcid() > 0]);
        });
    }
    $all = [];
    for ($i = 0; $i < 3; $i++) {
        $all[] = $chan->pop(10.0);
    }
    sort($all);
    $server->push($frame->fd, json_encode($all));
    $server->push($frame->fd, json_encode([$chan->pop(0.001), $chan->errCode === SWOOLE_CHANNEL_TIMEOUT, $chan->isEmpty(), $chan->stats()]));
});

$server->start();
