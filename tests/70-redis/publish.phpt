--TEST--
SeatPush: redis: published messages reach topics, or a callback that may wait; those that are not UTF-8 are counted and not sent
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
$server->subscribeRedis('seats:*');
$server->subscribeRedis('plain');
$server->subscribeRedis('jobs.[ab]', function ($s, $channel, $data) { $s->sleep(1); echo "$channel: " . bin2hex($data), "\n"; });
$server->on('Message', function ($s, $f) {
    if ($f->data === 'later') {
        $s->subscribeRedis('later:*');
        $s->push($f->fd, 'ok');
    } elseif ($f->data === 'stats') {
        $s->push($f->fd, json_encode(array_intersect_key($s->stats(), array_flip(['redis_connected', 'redis_message_count', 'redis_bad_count', 'redis_down_count']))));
    } else {
        $s->push($f->fd, json_encode($s->subscribe($f->fd, $f->data)));
    }
});
foreach ([fn () => $server->subscribeRedis(''), fn () => $server->subscribeRedis('plain'), fn () => $server->subscribeRedis('x', null, "\xff"), fn () => $server->set(['redis' => 'rediss://a?x']), fn () => $server->set(['redis' => '127.0.0.1'])] as $try) {
    try { $try(); echo "taken\n"; } catch (Throwable $e) { echo get_class($e), ': ', preg_replace('/^SeatPush.Server::/', '', $e->getMessage()), "\n"; }
}
serve($server);
PHP, ['DSN' => $redis->dsn]));
$redis->subscribed(3);
$a = WsClient::connect($server->port)->send('show_7');
$b = WsClient::connect($server->port)->send('plain');
echo $a->text(), ' ', $b->text(), "\n";
echo $redis->cli('PUBLISH', 'seats:show_7', 'sold'), ' ', $a->text(), ', ', $redis->cli('PUBLISH', 'plain', 'hello'), ' ', $b->text(), "\n";
echo $redis->cli('PUBLISH', 'seats:nobody', 'x'), $redis->cli('PUBLISH', 'seats:', 'x'), $redis->cli('PUBLISH', 'other', 'x'), $redis->cli('EVAL', "return redis.call('PUBLISH', 'seats:show_7', '\\255')", '0'), $redis->cli('EVAL', "return redis.call('PUBLISH', 'jobs.a', '\\255')", '0'), "\n";
echo $a->send('later')->text(), ' ', $a->send('show_8')->text(), "\n";
$redis->subscribed(4);
$redis->cli('PUBLISH', 'later:show_8', 'too');
echo $a->text(), ' ', $a->send('stats')->text(), "\n";
$server->until('/jobs/');
echo $server->stdout();
$server->stop();
echo $server->log('UTF-8');
?>
--EXPECT--
true true
1 sold, 1 hello
11011
ok true
too {"redis_connected":1,"redis_message_count":7,"redis_bad_count":1,"redis_down_count":0}
ValueError: subscribeRedis(): Argument #1 ($pattern) must be a pattern of 1 to 255 bytes
ValueError: subscribeRedis(): Argument #1 ($pattern) must not be subscribed to already
ValueError: subscribeRedis(): Argument #3 ($gap) must be UTF-8
ValueError: set(): Argument #1 ($settings) must have "redis" as a Redis address: unknown setting after ?: use cafile=FILE, cert=FILE, key=FILE or verify=no, joined by &
ValueError: set(): Argument #1 ($settings) must have "redis" as a Redis address: it does not begin with redis://, rediss:// or unix://; a Redis address is redis://[user:password@]host[:port][/database] (rediss:// for TLS) or unix:///path[?db=database]
jobs.a: ff
WARNING seatpush: Redis: a message for the topic show_7 is not UTF-8 and was not sent; publish text, or give subscribeRedis() a callback
