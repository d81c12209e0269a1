--TEST--
SeatPush: supervise: with 'keep' and a Redis user that may not publish, or not listen, a reload tells of one gap and doubles nothing
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

foreach (['-publish' => '+@all &* -publish', 'no channel' => '+@all resetchannels &n:*'] as $what => $rights) {
    echo "-- $what\n";
    $redis = (new TestRedis(true, 'push:secret@'))->start();
    $redis->cli('ACL', 'SETUSER', 'push', 'on', '>secret', '~*', ...explode(' ', $rights));
    $server = new Supervised(NUMBERS_OPEN . NUMBERS_TO_TOPIC, "['reload_mode' => 'keep', 'redis' => '$redis->dsn']");
    $numbers = new Numbers($redis->subscribed(1), $server->port, 'n:all', 10, 'again');
    $server->reload();
    echo $numbers->stop('missed'), "\n";
    $numbers = new Numbers($redis, $server->port, 'n:all', 10);
    echo $numbers->stop(), "\n", $server->stop(), "\n", preg_replace('/NOPERM [^;]*/', 'NOPERM', $server->server->log('Redis: messages may'));
}
?>
--EXPECT--
-- -publish
10: {"again":1}
10: {}
0 bool(true)
WARNING seatpush (worker 0, generation 1): Redis: messages may be missed in this reload, since this process cannot say from where on it passes them on: NOPERM; the user of the option redis needs the rights +publish +subscribe +ping &__seatpush__:*
-- no channel
10: {"again":1}
10: {}
0 bool(true)
WARNING seatpush (worker 0, generation 1): Redis: messages may be missed in this reload, since this process cannot say from where on it passes them on: NOPERM; the user of the option redis needs the rights +publish +subscribe +ping &__seatpush__:*
