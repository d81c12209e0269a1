--TEST--
SeatPush: redis: a fatal error while others wait for Redis: the process ends in order, and shutdown functions may still ask
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('redis-server', 'hiredis', 'PHP without valgrind'); // what is on abandoned stacks is freed with the engine's heap
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/redis.inc';

$redis = (new TestRedis())->start();
$redis->cli('SET', 'a', 'value');
foreach ([
    'fatal' => '$redis->get("a"); eval("class A {} class A {}");',
] as $what => $code) {
    $server = TestServer::start(strtr(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['max_wait_time' => 2, 'log_level' => 5]);
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
    echo "$what: status ", $server->wait(), "\n", preg_replace('~\n(PHP )?Fatal error.*~', 'Fatal', $server->stdout()), $server->log('ERROR'), "\n";
}
?>
--EXPECT--
fatal: status 255
Fatal
end: value
