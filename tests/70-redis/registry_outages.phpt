--TEST--
SeatPush: redis: a registry survives a Redis that comes back empty and a node that stood still for longer than its lease; local watchers are always served
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
$a = $one->connect('m');
$b = $two->connect('m');
until_says($a, 'count m', '2');

$two->server->signal(SIGSTOP);
echo until_says($a, 'count m', '1'), ' ', until_keys($redis, 'seatpush:key:m seatpush:keys:* seatpush:lease:* seatpush:nodes seatpush:watchers:*:m'), "\n";
$two->server->signal(SIGCONT);
echo until_says($a, 'count m', '2'), ' ', $b->send('push m')->text(), "\n";
echo $b->text(), $a->text(), "\n";

$own = $two->connect('own'); // a push to m would reach the other node when Redis goes on
$redis->signal(SIGSTOP); // for longer than the lease: all leases are over when it goes on
$one->server->until('/no answer from/');
$own->send('push own');
echo $own->text(), ' ', $own->text(), "\n";
$redis->signal(SIGCONT);
echo until_says($a, 'count m', '2'), until_says($b, 'count m', '2'), ' ', $b->send('push m')->text(), "\n";
echo $b->text(), $a->text(), "\n";

$redis->kill();
$one->server->until('/Redis: .* is away/');
$a->send('push m');
echo $a->text(), ' ', $a->text(), ' ', $a->send('count m')->text(), $a->send('watchers m')->text() === '"' . $a->send('id')->text() . '"' ? 'me' : 'others', "\n";
$c = $one->connect('m', 'later'); // recorded when Redis is back
$b->close();
$redis->start();
$one->server->until('/^up/');
$two->server->until('/^up/');
echo until_says($a, 'count m', '2'), until_says($two->connect(), 'count m', '2'), ' ', until_says($two->connect(), 'count later', '1'), "\n";
echo $redis->cli('HLEN', 'seatpush:nodes'), ' ', $redis->cli('SCARD', 'seatpush:key:later'), "\n";
echo preg_replace('/unix:\S+|[0-9a-f]{16}|\d+\.\d s/', '*', $two->server->log('the lease of')), $one->server->stop(), $two->server->stop(), ' ', until_keys($redis, ''), "\n";
?>
--EXPECT--
1 seatpush:key:m seatpush:keys:* seatpush:lease:* seatpush:nodes seatpush:watchers:*:m
2 refresh
2refresh
refresh 1
22 refresh
2refresh
refresh 1 1me
22 1
2 1
WARNING seatpush: Redis: * the lease of this node ended before it was renewed; until that is over other nodes do not see this one, and no items are consumed; its own connections are served
00 nothing
