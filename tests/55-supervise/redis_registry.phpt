--TEST--
SeatPush: supervise: with 'keep' a Registry's pushes reach each watcher once across reloads, whichever server or worker pushes
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

require __DIR__ . '/../support/nodes.inc';

const CODE = "\$registry = new SeatPush\\Registry(\$server, 'DSN');
\$server->on('Open', function (\$server, \$request) use (\$registry) { \$registry->watch(\$request->fd, 'all'); \$server->push(\$request->fd, 'welcome'); });
\$server->on('Request', function (\$request, \$response) use (\$registry) { \$registry->push('all', \$request->server['query_string']); \$response->end(); });";

$redis = (new TestRedis())->start();
$code = strtr(CODE, ['DSN' => $redis->dsn]);
$server = new Supervised($code, "['reload_mode' => 'keep']");
$server->server->until('/Redis: subscribed to/');
$other = new TestNode($redis->dsn, $code);
foreach (['another server' => $other->server->port, 'the worker that has the connection' => $server->port] as $who => $port) {
    echo "-- $who pushes\n";
    $numbers = new Numbers($redis, $server->port, $port, 10);
    echo $server->reload(), "\n", $server->reload(), "\n", $numbers->stop(), "\n";
}
echo $server->stop(), "\n", $server->server->log('Redis: messages may');
?>
--EXPECT--
-- another server pushes
reload: generation 1 serves
reload: generation 2 serves
10: {}
-- the worker that has the connection pushes
reload: generation 3 serves
reload: generation 4 serves
10: {}
0 bool(true)
