--TEST--
SeatPush: redis: a transaction outside a server watches on a connection of its own: nothing that its function does with the other object, not even close(), and no lost connection can make it overwrite
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

$redis = (new TestRedis())->start();
$r = new SeatPush\Redis($redis->dsn);
foreach ([
    'multi' => fn () => $r->multi([['SET', 'other', 1]]),
    'transaction' => fn () => $r->transaction('other', fn () => [['SET', 'other', 2]]),
    'given up' => fn () => $r->transaction('other', fn () => null),
    'lost' => fn () => $redis->cli('CLIENT', 'KILL', 'TYPE', 'normal'),
    'close' => fn () => $r->close(),
    'nothing' => fn () => null,
] as $what => $meanwhile) {
    $r->set('n', 1);
    $calls = 0;
    [$after] = $r->transaction('n', function ($own) use ($redis, $meanwhile, &$calls) {
        $seen = $own->get('n');
        if ($calls++ === 0) {
            $meanwhile();
            $redis->cli('SET', 'n', '100');
        }
        return [['SET', 'n', $seen + 1], ['GET', 'n']];
    }, 3);
    echo "$what: {$r->get('n')} after $calls calls\n";
}
// Only the connections that it needs are left.
$connections = fn () => count(explode("\n", $redis->cli('CLIENT', 'LIST'))) - 1;
echo $connections(), ' ', $r->close(), ' ', $connections(), "\n";
// If the function keeps its own object, a fatal error in the function closes that too.
$server = TestServer::run(strtr(<<<'PHP'
$r = new SeatPush\Redis('DSN');
register_shutdown_function(function () { try { echo $GLOBALS['own']->get('n'), $GLOBALS['r']->get('n'), "\n"; } catch (Throwable $e) { echo $e->getMessage(), "\n"; } });
$r->transaction('n', function ($own) { $GLOBALS['own'] = $own; ini_set('display_errors', 0); eval('class A {} class A {}'); });
PHP, ['DSN' => $redis->dsn]), ['log_errors' => 0]);
echo $server->wait(), ' ', $server->stdout(), $connections(), "\n";
?>
--EXPECT--
multi: 101 after 2 calls
transaction: 101 after 2 calls
given up: 101 after 2 calls
lost: 101 after 2 calls
close: 101 after 2 calls
nothing: 101 after 2 calls
2 1 0
255 101101
0
