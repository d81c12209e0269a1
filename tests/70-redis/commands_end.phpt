--TEST--
SeatPush: redis: a stop, exit() and an exception while others wait for Redis; Shutdown, Close and shutdown functions may still ask
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/redis.inc';

$redis = (new TestRedis())->start();
$redis->cli('SET', 'a', 'value');
foreach ([
    'stop' => '$s->shutdown();',
    'exit' => '$redis->get("a"); exit(3);',
    'own fiber' => '$f = new Fiber(fn () => Fiber::suspend($redis->get("a")) . $redis->get("a")); $got = $f->start(); $f->resume("then "); echo "$got {$f->getReturn()}\n"; $s->shutdown();',
    'body' => 'try { $redis->transaction("a", function () { throw new Exception("body"); }); } catch (Exception $e) { echo $e->getMessage(), " ", $redis->transaction("a", fn ($own) => [["GET", "a"]])[0], "\n"; } $s->shutdown();',
    'kept answers' => 'for ($i = 0; $i < 3; $i++) { $s->defer(fn () => $redis->get("a")); } unset($GLOBALS["redis"]); $s->shutdown();',
] as $what => $code) {
    $server = TestServer::start(strtr(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['max_wait_time' => 4, 'log_level' => 5]);
    $redis = new SeatPush\Redis('DSN');
    $server->on('Close', function ($s, $fd) use ($redis) { $redis->get('a') === 'value' || print("wrong in Close\n"); });
    $server->on('Shutdown', function () use ($redis) { echo 'Shutdown: ', $redis->get('a'), "\n"; });
    register_shutdown_function(fn () => print('end: ' . (new SeatPush\Redis('DSN'))->get('a') . "\n"));
    $server->on('Message', function ($s, $f) use ($redis) {
        if ($f->data === 'go') {
            CODE
            return;
        }
        try {
            $redis->blPop('none', 0);
        } catch (SeatPush\StoppedException $e) {
            echo $e->getMessage(), "\n";
        }
    });
    serve($server);
    PHP, ['DSN' => $redis->dsn, 'CODE' => $code]));
    $waits = WsClient::connect($server->port)->send('wait');
    while (!str_contains($redis->cli('CLIENT', 'LIST'), 'cmd=blpop')) {
    }
    WsClient::connect($server->port)->send('go');
    echo "$what: status ", $server->wait(), "\n", $server->stdout(), $server->log(), "\n";
}
?>
--EXPECT--
stop: status 0
blPop() was ended: the server is stopping
Shutdown: value
end: value

exit: status 3
blPop() was ended: the server is stopping
Shutdown: value
end: value

own fiber: status 0
value then value
blPop() was ended: the server is stopping
Shutdown: value
end: value

body: status 0
body value
blPop() was ended: the server is stopping
Shutdown: value
end: value

kept answers: status 0
blPop() was ended: the server is stopping
Shutdown: value
end: value
