--TEST--
SeatPush: supervise: with reload_mode 'reconnect' nobody gets a message from Redis twice while two workers serve
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

foreach (['a topic' => NUMBERS_TO_TOPIC, 'a callback' => NUMBERS_TO_CALLBACK] as $what => $code) {
    echo "-- $what\n";
    $redis = (new TestRedis())->start();
    $server = new Supervised(NUMBERS_OPEN . $code, "['reload_spread' => 1, 'redis' => '$redis->dsn']");
    $numbers = new Numbers($redis->subscribed(1), $server->port, 'n:all', 10);
    echo $server->reload(), "\n", $server->reload(), "\n";
    $server->server->until('/generation 0\): stopped/');
    $server->server->until('/generation 1\): stopped/');
    echo $numbers->stop('close 1012 server restarts: come back'), "\n", $server->stop(), "\n", $server->server->log('Redis: messages may');
}
?>
--EXPECT--
-- a topic
reload: generation 1 serves
reload: generation 2 serves
10: {}
0 bool(true)
-- a callback
reload: generation 1 serves
reload: generation 2 serves
10: {}
0 bool(true)
