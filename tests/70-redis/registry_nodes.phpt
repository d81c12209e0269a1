--TEST--
SeatPush: redis: a registry of two servers: counts, ids, one delivery each; a killed node is forgotten, a stopped one leaves nothing behind
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
require __DIR__ . '/../support/nodes.inc';

$redis = (new TestRedis())->start();
$one = new TestNode($redis->dsn);
$two = new TestNode($redis->dsn);
$a = $one->connect('m', 'n');
$b = $two->connect('m');
$c = $two->connect('m');
until_says($a, 'count m', '3');
echo $b->send('count m')->text(), $c->send('count n')->text(), ' ', $a->send('node')->text() !== $b->send('node')->text() ? 'two numbers' : 'one number', "\n";
$ids = [$a->send('id')->text(), $b->send('id')->text(), $c->send('id')->text()];
$found = explode(',', trim($a->send('watchers m')->text(), '"'));
echo $found[0] === $ids[0] ? 'own first, ' : '', array_diff($found, $ids) === [] && count($found) === 3 ? "all ids\n" : "other ids\n";

$a->send('push m');
echo $b->text(), ' ', $c->text(), ' ', $a->text(), ' ', $a->text(), "\n";
$b->send('others m');
echo $a->text(), ' ', $c->text(), ' ', $b->text(), "\n"; // and nothing more: each answers in order
echo $a->send('keys')->text(), $b->send('unwatch m')->text(), until_says($a, 'count m', '2'), "\n";
$c->close();
echo until_says($a, 'count m', '1'), "\n";
echo $b->send('watch m')->text(), until_says($a, 'count m', '2'), "\n";

$two->server->signal(9);
echo until_says($a, 'count m', '1'), ' ', until_keys($redis, 'seatpush:key:m seatpush:key:n seatpush:keys:* seatpush:lease:* seatpush:nodes seatpush:watchers:*:m seatpush:watchers:*:n'), "\n";
echo $one->server->stop(), ' ', until_keys($redis, ''), "\n";
echo preg_replace('/[0-9a-f]{16}/', '*', $one->server->log('the node'));
?>
--EXPECT--
31 two numbers
own first, all ids
refresh refresh refresh 3
refresh refresh 2
["m","n"]true2
1
true2
1 seatpush:key:m seatpush:key:n seatpush:keys:* seatpush:lease:* seatpush:nodes seatpush:watchers:*:m seatpush:watchers:*:n
0 nothing
NOTICE seatpush: Redis: the node * is gone; what it left behind is cleaned up
