--TEST--
SeatPush: supervise: with reload_mode 'keep' each client gets each message from Redis once and in order across reloads
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/numbers.inc';

const RELOADS = 4;

foreach (['a topic' => NUMBERS_TO_TOPIC, 'a callback' => NUMBERS_TO_CALLBACK] as $what => $code) {
    echo "-- $what\n";
    $redis = (new TestRedis())->start();
    $server = new Supervised(NUMBERS_OPEN . $code, "['reload_mode' => 'keep', 'redis' => '$redis->dsn']");
    $numbers = new Numbers($redis->subscribed(1), $server->port, 'n:all', 10);
    for ($i = 1; $i <= RELOADS; $i++) {
        echo $server->reload(), "\n";
    }
    echo $numbers->stop(), "\n", $server->stop(), "\n", $server->server->log('Redis: messages may');
}

echo "-- a script that did not listen before\n";
$redis = (new TestRedis())->start();
$server = new Supervised(NUMBERS_OPEN, "['reload_mode' => 'keep', 'redis' => '$redis->dsn']");
$server->change(NUMBERS_OPEN . NUMBERS_TO_TOPIC);
echo $server->reload(), "\n";
$numbers = new Numbers($redis->subscribed(1), $server->port, 'n:all', 10);
echo $numbers->stop(), "\n", $server->stop(), "\n", $server->server->log('Redis: messages may');
?>
--EXPECT--
-- a topic
reload: generation 1 serves
reload: generation 2 serves
reload: generation 3 serves
reload: generation 4 serves
10: {}
0 bool(true)
-- a callback
reload: generation 1 serves
reload: generation 2 serves
reload: generation 3 serves
reload: generation 4 serves
10: {}
0 bool(true)
-- a script that did not listen before
reload: generation 1 serves
10: {}
0 bool(true)
