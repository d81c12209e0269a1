--TEST--
SeatPush: redis: password, user and database; a wrong password is reported without being shown, and tried again until it is right
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

function serves(TestRedis $redis): TestServer
{
    return TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0); $server->set(["redis" => ' . var_export($redis->dsn, true) . ']); $server->subscribeRedis("*"); $server->on("RedisDown", function ($s, $why) { echo "down: $why\n"; }); $server->on("RedisUp", function ($s, $seconds) { echo "up\n"; }); $server->on("Request", fn ($q, $r) => $r->end(SeatPush\VERSION)); serve($server);');
}
$right = (new TestRedis(true, ':s3cr%40t@', ['--requirepass', 's3cr@t'], '/3'))->start();
$server = serves($right);
$server->until('/subscribed to 1 pattern.*\/3/');
$right->kill()->start('--requirepass', 'other');
$server->until('/down: it closed|down: Conn/');
$server->until('/down.*/');
echo "right, then another\n";
$right->kill()->start('--requirepass', 's3cr@t');
$server->until('/up/');
echo "right again\n", str_contains($server->log(), 's3cr') ? 'shown' : 'not shown', "\n";
$server->stop();

foreach (['wrong@' => ['--requirepass', 'right'], 'nobody:x@' => [], '' => ['--requirepass', 'right']] as $login => $options) {
    $redis = (new TestRedis(true, $login === 'wrong@' ? ':wrong@' : $login, $options))->start();
    $server = serves($redis);
    $server->until('/down:.*/');
    echo $server->stdout();
    $server->stop();
}
?>
--EXPECT--
right, then another
right again
not shown
down: it refuses the login: WRONGPASS invalid username-password pair or user is disabled.
down: it refuses the login: WRONGPASS invalid username-password pair or user is disabled.
down: NOAUTH Authentication required.
