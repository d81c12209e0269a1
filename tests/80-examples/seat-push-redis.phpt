--TEST--
Example seat-push through Redis: a purchase refreshes those who look at that merchant, also after Redis was away (npm ws outside)
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('phpredis', 'redis-server', 'node ws', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/outside.inc';

$folder = folder();
$start = ['redis-server', '--port', '0', '--unixsocket', "$folder/redis", '--save', '', '--appendonly', 'no', '--dir', $folder];
$redis = new Program($start);
$redis->until('/ready to accept connections/i');
$server = new Program(php([EXAMPLES . '/seat-push/server-redis.php']), ['REDIS' => "$folder/redis", 'SEATPUSH_PORT' => '0']);
$port = $server->until('~^Push server on ws://127\.0\.0\.1:(\d+)/$~')[1];
$server->until('/subscribed to 1 pattern/');
$web = new Program(php(['-S', '127.0.0.1:0', '-t', EXAMPLES . '/seat-push/web', EXAMPLES . '/seat-push/web/router.php'], redis: true), ['VIA' => 'redis', 'REDIS' => "$folder/redis", 'SEAT_STORE' => "$folder/store.json"]);
$shop = $web->until('~Development Server \((http://[\d.:]+)\) started~')[1];
foreach (['ada' => 7, 'bob' => 7, 'eve' => 8] as $name => $merchant) {
    $$name = watcher("ws://127.0.0.1:$port/", 'ws');
    $$name->say("send merchantId_$merchant");
    came($$name);
}
echo http("$shop/buy", ['merchant' => 7, 'seat' => 'C4']), "\n";
echo 'ada hears ', message($ada), ', bob hears ', message($bob), ', eve hears ', json_encode(came($eve)), "\n";
$redis->stop();
$server->until('/is away/');
echo http("$shop/buy", ['merchant' => 7, 'seat' => 'C5']), "\n";
$redis = new Program($start);
$server->until('/back after/');
echo 'ada hears ', message($ada), ', eve hears ', message($eve), "\n";
echo http("$shop/buy", ['merchant' => 8, 'seat' => 'C4']), "\n";
echo 'eve hears ', message($eve), ', ada hears ', json_encode(came($ada)), "\n";
echo $server->stop(), "\n";
$web->stop();
$redis->stop();
?>
--EXPECT--
200 {"data":{"sold":["C4"]}}
ada hears refresh, bob hears refresh, eve hears []
200 {"data":{"sold":["C4","C5"]}}
ada hears refresh, eve hears refresh
200 {"data":{"sold":["C4"]}}
eve hears refresh, ada hears []
status 0
