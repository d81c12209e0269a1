--TEST--
SeatPush: worker_num: when the worker that hears Redis for all ends, topics of the others are told that they have missed something
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/supervised.inc';
require __DIR__ . '/../support/redis.inc';

$redis = (new TestRedis())->start();
$server = new Supervised('$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show_7"));
$server->subscribeRedis("seats:*", gap: "look again");', "['worker_num' => 2, 'redis' => '$redis->dsn']");
$of = [];
while (count($of) < 2) {
    $visitor = $server->visitor();
    $of[(int) $visitor->send('$server->worker_id')->text()] ??= $visitor;
}
[$ada, $ben] = $of;
signal((int) $ada->send('getmypid()')->text(), 9);
echo $ada->text(), ', ', $ben->text(), "\n", $server->stop(), "\n", preg_replace('/.*(Redis: messages)/', '$1', $server->server->log('Redis: messages')), "\n";
?>
--EXPECT--
end, look again
0 bool(true)
Redis: messages are missed until this worker has subscribed, since no other one hears them
