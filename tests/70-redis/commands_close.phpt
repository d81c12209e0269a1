--TEST--
SeatPush: redis: close() in the very turn of the loop in which the connection is ready: a waiting command is told, the next one connects again
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
$server->set(['slow_callback_ms' => 0]);
$redis = new SeatPush\Redis('DSN');
$server->on('Message', function ($s, $f) use ($redis) {
    if ($f->data === 'close') {
        $redis->close();
        $s->push($f->fd, 'closed');
        return;
    }
    $s->defer(function () use ($s, $f, $redis) {
        try {
            $s->push($f->fd, $redis->ping() ? 'answered' : '');
        } catch (SeatPush\RedisException $e) {
            $s->push($f->fd, 'told');
        }
    });
    // Blocks the loop that many turns later, so that the connection and 'close' come in the same turn.
    $s->defer(function () use ($s, $f) {
        for ($turns = (int) $f->data; $turns > 0; $turns--) {
            $s->sleep(0);
        }
        echo "held\n";
        while (!is_file("FOLDER/go$f->data"));
    });
});
serve($server);
PHP, ['DSN' => $redis->dsn, 'FOLDER' => $redis->folder]));
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$told = 0;
for ($turns = 0; $turns < 6; $turns++) {
    $a->send("$turns");
    $server->until('/^(held\n){' . ($turns + 1) . '}/');
    $b->send('close');
    touch("$redis->folder/go$turns");
    $b->text() === 'closed' || print("not closed\n");
    $said = $a->text();
    $said === 'told' ? $told++ : ($said === 'answered' || print("$said\n"));
    $b->send('close')->text();
}
echo $told > 0 ? 'told' : 'never in that turn', ', ', $server->stop(), "\n", $server->log('WARNING|ERROR');
?>
--EXPECT--
told, 0
