--TEST--
SeatPush: redis: every method in the stub exists
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('hiredis');
?>
--FILE--
<?php
preg_match_all('/@method \S+ (\w+)\(/', file_get_contents(__DIR__ . '/../../stubs/seatpush.stub.php'), $names);
$redis = new SeatPush\Redis('unix:///nonexistent/redis');
foreach ($names[1] as $name) {
    foreach ([$name, strtoupper($name)] as $called) {
        try {
            $redis->$called('key', 'a', 1);
        } catch (SeatPush\RedisException $e) {
            if ($e->getMessage() !== "$name(): unix:///nonexistent/redis is away: No such file or directory") {
                echo $e->getMessage(), "\n";
            }
        }
    }
}
echo count($names[1]) === count(array_unique($names[1])) ? 'each once, ' : 'some twice, ', count($names[1]), "\n";
?>
--EXPECT--
each once, 120
