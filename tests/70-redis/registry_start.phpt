--TEST--
SeatPush: redis: a registry whose Redis is absent at the start, refuses the login, is full, or is a Cluster: local watchers are served, the log says why, once, and the node registers when it can
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

function serves(TestRedis $redis): array
{
    $server = TestServer::start(strtr(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $registry = new SeatPush\Registry($server, 'DSN');
    $server->consumeRedis('jobs', fn ($item) => print("$item\n"));
    $server->on('Message', fn ($s, $f) => $s->push($f->fd, json_encode([$registry->watch($f->fd, 'm'), $registry->push('m', 'hint'), $registry->count('m')])));
    serve($server);
    PHP, ['DSN' => $redis->dsn]));
    $server->until('/Redis: .*no items are consumed/');
    $client = WsClient::connect($server->port)->send('x');
    echo $client->text(), $client->text(), "\n";
    return [$server, $client];
}
function says(TestServer $server): void
{
    echo preg_replace('/(unix|redis):\S+(?=[ :])/', 'REDIS', $server->log('no items are consumed')), $server->stop(), "\n";
}

$redis = new TestRedis();
[$server, $client] = serves($redis);
$redis->start();
$server->until('/Redis: node \d+ at .* again/');
while ($redis->cli('SCARD', 'seatpush:key:m') !== '1') {
}
$redis->cli('RPUSH', 'jobs', 'item');
$server->until('/^item$/m');
says($server);

$redis->cli('CONFIG', 'SET', 'requirepass', 'secret');
[$server] = serves($redis);
says($server);
$redis->cli('-a', 'secret', 'CONFIG', 'SET', 'requirepass', '');
$redis->cli('CONFIG', 'SET', 'maxmemory', '1');
[$server] = serves($redis);
$redis->cli('CONFIG', 'SET', 'maxmemory', '0');
$server->until('/Redis: node \d+ at .* again/');
says($server);

$cluster = (new TestRedis())->start('--cluster-enabled', 'yes');
[$server] = serves($cluster);
says($server);
?>
--EXPECTF--
hint[true,1,1]
WARNING seatpush: Redis: REDIS No such file or directory; until that is over other nodes do not see this one, and no items are consumed; its own connections are served
0
hint[true,1,1]
WARNING seatpush: Redis: REDIS NOAUTH Authentication required.; until that is over other nodes do not see this one, and no items are consumed; its own connections are served
0
hint[true,1,1]
WARNING seatpush: Redis: REDIS OOM command not allowed when used memory > 'maxmemory'%S; until that is over other nodes do not see this one, and no items are consumed; its own connections are served
0
hint[true,1,1]
WARNING seatpush: Redis: REDIS it is part of a Redis Cluster; the registry and consumeRedis() need one primary, whose address is given; until that is over other nodes do not see this one, and no items are consumed; its own connections are served
0
