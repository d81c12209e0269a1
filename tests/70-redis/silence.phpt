--TEST--
SeatPush: redis: a subscriber does not time out, whatever default_socket_timeout says
--INI--
default_socket_timeout=1
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

$redis = (new TestRedis())->start();
$server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['redis' => 'DSN']);
$server->subscribeRedis('*');
$server->on('Message', fn ($s, $f) => $s->push($f->fd, json_encode($s->subscribe($f->fd, $f->data))));
$server->after(5000, function () { echo "silent for 5 s\n"; });
serve($server);
PHP, ['DSN' => $redis->dsn]), ['default_socket_timeout' => 1]);
$redis->subscribed(1);
$client = WsClient::connect($server->port)->send('t');
echo $client->text(), "\n";
$server->until('/silent/');
echo $redis->cli('PUBLISH', 't', 'still here'), ' ', $client->text(), "\n", $server->stop(), "\n", $server->log('WARNING'), $server->log('ERROR');
?>
--EXPECT--
true
1 still here
0
