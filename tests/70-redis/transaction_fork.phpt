--TEST--
SeatPush: redis: after a fork in a transaction's function the child has connections of its own, and leaves the parent's transaction alone
--EXTENSIONS--
seatpush
pcntl
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
$r->set('n', 1);
$child = -1;
try {
    echo json_encode($r->transaction('n', function ($own) use ($r, &$child) {
        $seen = $own->get('n');
        $child = pcntl_fork();
        if ($child === 0) {
            echo $r->get('n'), "\n";
            try { $own->get('n'); } catch (SeatPush\Exception $e) { echo $e->getMessage(), "\n"; }
        } else {
            pcntl_waitpid($child, $status);
        }
        return [['INCR', 'n'], ['GET', 'n']];
    })), "\n";
} catch (SeatPush\Exception $e) {
    echo $e->getMessage(), ' ', json_encode($r->transaction('other', fn ($own) => [['GET', 'n']])), "\n";
}
if ($child === 0) {
    exit;
}
echo $r->get('n'), "\n";
?>
--EXPECT--
1
get(): the transaction that this object was made for belongs to the parent process
transaction(): it belongs to the parent process; nothing was executed for this one ["1"]
[2,"2"]
2
