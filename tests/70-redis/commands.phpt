--TEST--
SeatPush: redis: outside a server commands block; results are as in phpredis, and refusals say what to use
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
require __DIR__ . '/../support/redis.inc';

function show(mixed ...$values): void { echo implode(' ', array_map(fn ($v) => json_encode($v, JSON_PRESERVE_ZERO_FRACTION), $values)), "\n"; }
function fails(callable $try): void { try { $try(); echo "nothing thrown\n"; } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }

$redis = (new TestRedis())->start();
$r = new SeatPush\Redis($redis->dsn);
show($r->set('a', 1.1), $r->get('a'), $r->GET('none'), $r->set('a', 'x', ['NX']), $r->set('b', 'x', ['EX' => 90, 'KEEPTTL' => false]), $r->ttl('b'));
show($r->incr('n'), $r->incr('n', 5), $r->incrByFloat('n', 0.5), $r->hMSet('h', ['x' => 1, 5 => 'y']), $r->hGetAll('h'), $r->hMGet('h', ['x', 'no']));
show($r->zAdd('z', 1, 'a', 2.5, 'b'), $r->zRange('z', 0, -1), $r->zRange('z', 0, -1, true), $r->zRangeByScore('z', 0, 9, ['limit' => [1, 1], 'withscores' => true]), $r->zScore('z', 'no'));
show($r->mGet(['a', 'none']), $r->sAdd('s', 'q', "\0"), $r->sMembers('none'), $r->expire('a', 9), $r->exists('a', 'n'), $r->rPush('l', 1, 2, 2), $r->lRem('l', 2, 1), $r->lPop('l', 2));
show($r->eval('return {KEYS[1], ARGV[1], 3, false}', ['k', 'v'], 1), $r->command('SET', 'a', 'b'), $r->command('GET', 'none'), $r->ping(), $r->blPop('none', 0.05));
show($r->multi([['INCR', 'm'], ['hGetAll', 'h'], ['OBJECT', 'ENCODING', 'm']]), $r->multi([]));
show($r->transaction('m', fn ($own) => [['SET', 'm', 2 * $own->get('m')]]), $r->get('m'), $r->transaction(['m', 'x'], fn ($own) => null));
$calls = 0;
show($r->transaction('m', function ($own) use ($r, &$calls) { $calls++ || $r->incr('m'); return [['INCRBY', 'm', $own->get('m')]]; }), $calls);
foreach (['select', 'conect', 'getts', 'watch', 'subscribe', 'exec'] as $name) {
    fails(fn () => $r->$name('x'));
}
fails(fn () => $r->command('client', 'reply', 'off'));
fails(fn () => $r->command('AUTH', 'x'));
fails(fn () => $r->lPush('m', 1));
fails(fn () => $r->get(new stdClass()));
fails(fn () => $r->multi([['SET', 'zz', 1], ['LPUSH', 'm', 1]]));
fails(fn () => $r->multi([['SET', 'yy', 1], ['LPUSH']]));
fails(fn () => $r->multi(['GET']));
fails(fn () => $r->transaction('m', fn () => 5));
fails(fn () => $r->transaction('m', function ($own) use ($r) { $GLOBALS['kept'] = $own; $r->incr('m'); return [['GET', 'm']]; }, 3));
fails(fn () => $kept->get('m'));
show($r->exists('yy', 'zz'), $r->close(), $r->get('zz'));
fails(fn () => new SeatPush\Redis('localhost'));
fails(fn () => new SeatPush\Redis($redis->dsn, -1));
fails(fn () => clone $r);
$redis->kill();
fails(fn () => $r->get('a'));
$redis->start();
show($r->get('a'));
?>
--EXPECTREGEX--
true "1\.1" false false true 90
1 6 6\.5 true \{"x":"1","5":"y"\} \{"x":"1","no":false\}
2 \["a","b"\] \{"a":1\.0,"b":2\.5\} \{"b":2\.5\} false
\["1\.1",false\] 2 \[\] true 2 3 1 \["1","2"\]
\["k","v",3,false\] "OK" null true \[\]
\[1,\{"x":"1","5":"y"\},"int"\] \[\]
\[true\] "2" null
\[6\] 2
SeatPush\\Exception: select is refused: it belongs in the address: redis:\/\/user:password@host:port\/database
Error: SeatPush\\Redis has no method conect\(\); anything else that Redis knows: command\('NAME', \.\.\.\)
Error: SeatPush\\Redis has no method getts\(\) \(did you mean get\w*\(\)\?\); anything else that Redis knows: command\('NAME', \.\.\.\)
SeatPush\\Exception: watch is refused: use multi\(\), or transaction\(\) if the commands depend on what is stored
SeatPush\\Exception: subscribe is refused: use \$server->subscribeRedis\(\)
SeatPush\\Exception: exec is refused: use multi\(\), or transaction\(\) if the commands depend on what is stored
SeatPush\\Exception: client is refused: all callbacks share the connection, and this would change it for all of them
SeatPush\\Exception: AUTH is refused: it belongs in the address: redis:\/\/user:password@host:port\/database
SeatPush\\RedisException: WRONGTYPE Operation against a key holding the wrong kind of value
Error: Object of class stdClass could not be converted to string
SeatPush\\RedisException: multi\(\): command 2 \(lPush\): WRONGTYPE Operation against a key holding the wrong kind of value; the other commands were executed
SeatPush\\RedisException: multi\(\): nothing was executed: ERR wrong number of arguments for 'lpush' command
ValueError: SeatPush\\Redis::multi\(\): Argument #1 \(\$commands\) must hold commands as lists: \[\['INCR', 'key'\], \['GET', 'other'\]\]
TypeError: transaction\(\): the function must return a list of commands or null, int returned
SeatPush\\RedisException: transaction\(\): the watched keys changed in each of 3 tries; nothing was executed
SeatPush\\Exception: get\(\): the transaction that this object was made for is over; use your own object
1 true "1"
ValueError: SeatPush\\Redis::__construct\(\): Argument #1 \(\$dsn\) must be the address of a Redis: it does not begin with redis:\/\/, rediss:\/\/ or unix:\/\/; a Redis address is redis:\/\/\[user:password@\]host\[:port\]\[\/database\] \(rediss:\/\/ for TLS\) or unix:\/\/\/path\[\?db=database\]
ValueError: SeatPush\\Redis::__construct\(\): Argument #2 \(\$timeout\) must be from 0 to 31536000 seconds
Error: Trying to clone an uncloneable object of class SeatPush\\Redis
SeatPush\\RedisException: get\(\): unix:\/\/\S+ is away: .+
false
