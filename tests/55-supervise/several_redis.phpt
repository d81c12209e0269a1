--TEST--
SeatPush: worker_num: what Redis publishes reaches the connections of all workers once and in order, across reloads and when the first worker ends
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
    $server = new Supervised(NUMBERS_OPEN . $code, "['worker_num' => 3, 'reload_mode' => 'keep', 'redis' => '$redis->dsn']");
    $numbers = new Numbers($redis->subscribed(1), $server->port, 'n:all', 12);
    for ($i = 1; $i <= 3; $i++) {
        echo $server->reload(), "\n";
    }
    echo $numbers->stop(), "\n";
    $visitors = [];
    for ($first = 0; !$first;) {
        $visitors[] = $visitor = $server->visitor(); // they stay, so that each worker gets some
        $visitor->text(); // the welcome
        $first = (int) $visitor->send('$server->worker_id === 0 ? getmypid() : 0')->text();
    }
    signal($first, 9);
    $server->server->until('/worker 0 \(process \d+\) ended/');
    $numbers = new Numbers($redis->subscribed(1), $server->port, 'n:all', 12);
    echo $numbers->stop(), "\n", $server->stop(), "\n", $server->server->log('Redis: messages may');
}

echo "-- a Registry: each watcher gets a push once, and is counted once, whoever asks\n";
$redis = (new TestRedis())->start();
$server = new Supervised("\$registry = new SeatPush\\Registry(\$server, '$redis->dsn');", "['worker_num' => 2]");
$of = [];
while (count($of) < 2) {
    $visitor = $server->visitor();
    $of[(int) $visitor->send('$server->worker_id')->text()] ??= $visitor;
}
[$ada, $ben] = $of;
$fd = $ben->send('$frame->fd')->text();
echo $ada->send('[$GLOBALS["registry"]->watch($frame->fd, "show"), $GLOBALS["registry"]->watch(' . $fd . ', "show")]')->text(), "\n";
foreach ($of as $one) {
    for ($end = microtime(true) + BOUND; microtime(true) < $end && ($count = $one->send('$GLOBALS["registry"]->count("show")')->text()) !== '2';);
    $one->send('count($GLOBALS["registry"]->watchers("show"))');
    echo "$count, ", $one->text(), ', ';
    $one->send('$GLOBALS["registry"]->push("show", "pushed")');
    echo $one->text(), ' ', $one->text(), ', ', ($one === $ada ? $ben : $ada)->text(), "\n";
}
echo $server->stop(), "\n";
?>
--EXPECT--
-- a topic
reload: generation 1 serves
reload: generation 2 serves
reload: generation 3 serves
12: {}
12: {}
0 bool(true)
-- a callback
reload: generation 1 serves
reload: generation 2 serves
reload: generation 3 serves
12: {}
12: {}
0 bool(true)
-- a Registry: each watcher gets a push once, and is counted once, whoever asks
[true,true]
2, 2, pushed 2, pushed
2, 2, pushed 2, pushed
0 bool(true)
