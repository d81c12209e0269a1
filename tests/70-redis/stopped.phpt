--TEST--
SeatPush: redis: a silent Redis is pinged and stays connected; a stopped one is noticed within 25 s, and is back when it continues
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
$server->set(['redis' => 'DSN']);
$server->subscribeRedis('*');
$server->on('RedisDown', function ($s, $why) { echo "down: $why\n"; });
$server->on('RedisUp', function ($s) { echo "up\n"; });
$server->on('Message', fn () => 1);
serve($server);
PHP, ['DSN' => $redis->dsn]));
$redis->subscribed(1);
/** Redis' own count of PINGs, without those that the test has sent. */
$asked = fn () => preg_match('/cmdstat_ping:calls=(\d+)/', $redis->cli('INFO', 'commandstats'), $is) ? (int) $is[1] : 0;
$before = $asked();
for ($end = microtime(true) + 2 * BOUND; $asked() === $before && microtime(true) < $end; usleep(200000));
echo $asked() > $before ? 'asked' : 'not asked', ', ', $server->stdout() === '' ? 'stays' : $server->stdout(), "\n";
$redis->signal(19);
for ($end = microtime(true) + 2 * BOUND; $server->stdout() === '' && microtime(true) < $end; usleep(100000));
echo $server->stdout();
$redis->signal(18);
$server->until('/up/');
echo $server->stop(), "\n";
?>
--EXPECT--
asked, stays
down: it does not answer
0
