--TEST--
SeatPush: redis: a queue: in order, removed when the callback has returned; a failed item is tried again and ends in the dead list; a kill or a stop loses nothing
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
require __DIR__ . '/../support/nodes.inc';

$redis = (new TestRedis())->start();
$start = fn () => TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['redis' => 'DSN', 'redis_prefix' => 'cinema', 'registry_lease' => 1, 'max_wait_time' => 1]);
$server->on('Message', fn () => null);
$server->consumeRedis('jobs', function ($item, $s) {
    echo '[', bin2hex($item) === 'ff00' ? 'binary' : $item, "]\n";
    if ($item === 'bad') { throw new Exception('no'); }
    if ($item === 'kill') { exec('kill -9 ' . getmypid()); }
    $s->sleep($item === 'long' ? 60000 : 1);
}, 2);
foreach ([fn () => $server->consumeRedis('', 'strlen'), fn () => $server->consumeRedis('jobs', 'strlen'), fn () => $server->consumeRedis('x', 'strlen', 0), fn () => $server->consumeRedis('x', 'strlen', 1, 'x')] as $try) {
    try { $try(); echo "taken\n"; } catch (Throwable $e) { echo get_class($e), ': ', preg_replace('/^SeatPush.Server::/', '', $e->getMessage()), "\n"; }
}
serve($server);
PHP, ['DSN' => $redis->dsn]));
$server = $start();
$redis->cli('EVAL', "redis.call('RPUSH', 'jobs', 'one', '\\255\\0', 'bad', 'two')", '0');
$server->until('/\[two\]/');
echo $server->stdout(), 'dead: ', $redis->cli('LRANGE', 'jobs:dead', '0', '-1'), "\n";
$redis->cli('RPUSH', 'jobs', 'kill');
while ($server->running()) { usleep(1000); }
$server = $start(); // it kills this one, too, and has had its tries then
while ($server->running()) { usleep(1000); }
$server = $start();
$server->until('/jobs:dead now/');
$redis->cli('RPUSH', 'jobs', 'after');
$server->until('/\[after\]/');
echo 'dead: ', str_replace("\n", ' ', $redis->cli('LRANGE', 'jobs:dead', '0', '-1')), "\n";
$redis->cli('RPUSH', 'jobs', 'long', 'last');
$server->until('/\[long\]/');
echo $server->stop(), ' left: ', str_replace("\n", ' ', $redis->cli('LRANGE', 'jobs', '0', '-1')), "\n";
$redis->cli('LREM', 'jobs', '1', 'long');
$server = $start();
$server->until('/\[last\]/');
until_keys($redis, 'cinema:lease:* cinema:lists:* cinema:nodes jobs:dead');
echo $server->stop(), ' ', $redis->cli('EXISTS', 'jobs', 'cinema:failures:jobs'), ' ', until_keys($redis, 'cinema:lists:* cinema:nodes jobs:dead'), "\n";
?>
--EXPECT--
ValueError: consumeRedis(): Argument #1 ($list) must be a name of 1 to 512 bytes
ValueError: consumeRedis(): Argument #1 ($list) must not be consumed already
ValueError: consumeRedis(): Argument #3 ($tries) must be from 1 to 1000
ValueError: consumeRedis(): Argument #4 ($dead) must be the name of another list
[one]
[binary]
[bad]
[bad]
[two]
dead: bad
dead: bad kill
0 left: long last
0 0 cinema:lists:* cinema:nodes jobs:dead
