--TEST--
SeatPush: redis: a text that claims to be another server's push and is no UTF-8 is counted and not sent
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

function redis_reply($connection): array|string|int
{
    $line = fgets($connection);
    return match ($line[0]) {
        '*' => array_map(fn () => redis_reply($connection), range(1, (int) substr($line, 1))),
        '$' => substr(stream_get_contents($connection, (int) substr($line, 1) + 2), 0, -2),
        default => (int) substr($line, 1),
    };
}
$words = fn (string ...$words) => '*' . count($words) . "\r\n" . implode(array_map(fn ($word) => '$' . strlen($word) . "\r\n$word\r\n", $words));
$redis = (new TestRedis())->start();
$stats = '$server->on("Request", fn ($q, $r) => $r->end(json_encode($server->stats()["redis_bad_count"])));';
[$here, $there] = [new TestNode($redis->dsn), new TestNode($redis->dsn, $stats)];
$watcher = $there->connect('seats');
$pusher = $here->connect();

// A push of the one to the other, as it goes through Redis, and the same with other bytes.
$listener = stream_socket_client("unix://$redis->folder/socket");
stream_set_timeout($listener, BOUND);
fwrite($listener, $words('PSUBSCRIBE', '*push'));
redis_reply($listener);
$pusher->send('push seats')->text();
[, , $channel, $payload] = redis_reply($listener);
echo $watcher->text(), ' ', substr($payload, -12), "\n";
$speaker = stream_socket_client("unix://$redis->folder/socket");
foreach (["\xff\xfe", "caf\xc3", "\xed\xa0\x80", 'good'] as $data) {
    fwrite($speaker, $words('PUBLISH', $channel, substr($payload, 0, -7) . $data));
    redis_reply($speaker);
}
echo $watcher->text(), ' ', HttpClient::get($there->server->port)['body'], "\n";
$here->server->stop();
$there->server->stop();
echo $there->server->log('UTF-8');
?>
--EXPECT--
refresh seatsrefresh
good 3
WARNING seatpush: Redis: a text that another server pushed is no UTF-8 and was not sent; is something else publishing to channels that begin with __seatpush__:?
