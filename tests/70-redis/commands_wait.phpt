--TEST--
SeatPush: redis: in callbacks commands wait without holding others up: a thousand at once, blocking ones, transactions on connections of their own
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
$server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_concurrency' => 2000]);
$redis = new SeatPush\Redis('DSN');
$redis->set('before', 'start');
$server->on('Message', function ($s, $f) use ($redis) {
    switch ($f->data) {
        case 'block': $s->push($f->fd, json_encode($redis->blPop('queue', 0))); break;
        case 'free': $s->push($f->fd, $redis->get('before')); break;
        case 'push': $redis->rPush('queue', 'item'); break;
        case 'lua': $s->push($f->fd, implode(',', $redis->eval("return {redis.call('INCR', 'lua'), redis.error_reply('x') and 2}"))); break;
        case 'connections': $s->push($f->fd, (string) count(explode("\n", trim($redis->command('CLIENT', 'LIST'))))); break;
        case 'thousand':
            $redis->set('sum', 0);
            $left = MANY; $mixed = 0;
            for ($i = 0; $i < MANY; $i++) {
                $s->defer(function () use ($s, $f, $redis, $i, &$left, &$mixed) {
                    if ($i % (MANY / 20) === 0) { // each try of one makes all others try again
                        $redis->transaction('sum', fn ($own) => [['SET', 'sum', $own->get('sum') + 1]], 1000);
                    } else {
                        [, $read] = $redis->multi([['SET', 'who', $i], ['GET', 'who']]);
                        $mixed += $read !== "$i";
                        $redis->set("k$i", $i);
                        $mixed += $redis->get("k$i") !== "$i";
                    }
                    if (--$left === 0) { $s->push($f->fd, "sum {$redis->get('sum')}, mixed $mixed"); }
                });
            }
    }
});
serve($server);
PHP, ['DSN' => $redis->dsn, 'MANY' => getenv('USE_ZEND_ALLOC') === '0' ? '100' : '1000'])); // fewer under a sanitizer
$a = WsClient::connect($server->port)->send('block')->send('free');
$b = WsClient::connect($server->port);
echo $b->send('free')->text(), "\n";
$b->send('push');
echo $a->text(), ' ', $a->text(), "\n";
echo $b->send('thousand')->text(), "\n";
echo $b->send('connections')->text() <= 1 + 1 + 16 ? "bounded\n" : "too many\n";
$server->stop();
echo $server->log('WARNING|ERROR');
?>
--EXPECT--
start
["queue","item"] start
sum 20, mixed 0
bounded
