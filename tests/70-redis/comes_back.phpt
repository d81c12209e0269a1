--TEST--
SeatPush: redis: absent at the start, killed, restarted empty: RedisDown and RedisUp once each, subscribed again, and the gap is reported
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

foreach ([false, true] as $tcp) {
    $redis = new TestRedis($tcp);
    $server = TestServer::start(strtr(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['redis' => 'DSN']);
    $server->subscribeRedis('seats:*', null, 'refresh');
    $server->subscribeRedis('seats:show_*');
    $server->on('Message', fn ($s, $f) => $s->push($f->fd, json_encode($s->subscribe($f->fd, $f->data))));
    $server->on('RedisDown', function ($s, $why) { echo "down: $why\n"; });
    $server->on('RedisUp', function ($s, $seconds) { $s->sleep(1); echo 'up: ', json_encode($seconds > 0 && $seconds < 60), "\n"; });
    serve($server);
    PHP, ['DSN' => $redis->dsn]));
    $server->until('/down/');
    $client = WsClient::connect($server->port)->send('7');
    echo $client->text(), "\n";
    $redis->start()->subscribed(2);
    echo $client->text(), ', ', $redis->cli('PUBLISH', 'seats:7', 'one'), ' ', $client->text(), "\n";
    $redis->kill();
    $server->until('/(down.*){2}/s');
    $redis->start()->subscribed(2);
    echo $client->text(), ', ', $redis->cli('PUBLISH', 'seats:7', 'two'), ' ', $client->text(), "\n";
    $redis->cli('CLIENT', 'KILL', 'TYPE', 'pubsub');
    $server->until('/(down.*){3}/s');
    echo $client->text(), ', ', $redis->subscribed(2)->cli('PUBLISH', 'seats:7', 'three'), ' ', $client->text(), "\n";
    $server->until('/(up.*){3}/s');
    echo $server->stop(), "\n", $server->stdout(), $server->log('ERROR');
}
?>
--EXPECT--
true
refresh, 1 one
refresh, 1 two
refresh, 1 three
0
down: No such file or directory
up: true
down: it closed the connection
up: true
down: it closed the connection
up: true
true
refresh, 1 one
refresh, 1 two
refresh, 1 three
0
down: Connection refused
up: true
down: it closed the connection
up: true
down: it closed the connection
up: true
