--TEST--
Example seat-push with the registry: two servers, one trigger to either of them, every browser hears it once; without Redis, too (npm ws outside)
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('redis-server', 'node ws', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/outside.inc';

$folder = folder();
$redis = new Program(['redis-server', '--port', '0', '--unixsocket', "$folder/redis", '--save', '', '--appendonly', 'no', '--dir', $folder]);
$redis->until('/ready to accept connections/i');
foreach (['one', 'two'] as $name) {
    $$name = new Program(php([EXAMPLES . '/seat-push/server-registry.php']), ['REDIS' => "$folder/redis", 'SEATPUSH_PORT' => '0']);
    $ports[$name] = $$name->until('~^Push server on ws://127\.0\.0\.1:(\d+)/$~')[1];
    $$name->until('/subscribed to 1 pattern/');
}
$web = new Program(php(['-S', '127.0.0.1:0', '-t', EXAMPLES . '/seat-push/web', EXAMPLES . '/seat-push/web/router.php']), ['SEATPUSH_PORT' => $ports['one'], 'SEAT_STORE' => "$folder/store.json"]);
$shop = $web->until('~Development Server \((http://[\d.:]+)\) started~')[1];
foreach (['ada' => ['one', 7], 'bob' => ['two', 7], 'eve' => ['two', 8]] as $name => [$where, $merchant]) {
    $$name = watcher("ws://127.0.0.1:{$ports[$where]}/", 'ws');
    $$name->say("send merchantId_$merchant");
    came($$name);
}
echo http("$shop/buy", ['merchant' => 7, 'seat' => 'C4']), "\n";
echo 'ada hears ', message($ada), ', bob hears ', message($bob), "\n";
echo http("http://127.0.0.1:{$ports['two']}/?merchantId=7"), "\n";
echo 'ada hears ', message($ada), ', bob hears ', message($bob), ', eve hears ', json_encode(came($eve)), "\n";
echo 'and nothing more: ', json_encode([came($ada), came($bob)]), "\n";
$redis->stop();
$one->until('/is away/');
echo http("$shop/buy", ['merchant' => 7, 'seat' => 'C5']), "\n";
echo 'ada hears ', message($ada), "\n";
echo $one->stop(), ', ', $two->stop(), "\n";
$web->stop();

$alone = new Program(php([EXAMPLES . '/seat-push/server-registry.php']), ['SEATPUSH_PORT' => '0', 'REDIS' => '']);
$port = $alone->until('~^Push server on ws://127\.0\.0\.1:(\d+)/$~')[1];
$gil = watcher("ws://127.0.0.1:$port/", 'ws');
$gil->say('send merchantId_7');
came($gil);
echo http("http://127.0.0.1:$port/?merchantId=7"), ' ', message($gil), ', ', $alone->stop(), "\n";
?>
--EXPECT--
200 {"data":{"sold":["C4"]}}
ada hears refresh, bob hears refresh
200 success
ada hears refresh, bob hears refresh, eve hears []
and nothing more: [[],[]]
200 {"data":{"sold":["C4","C5"]}}
ada hears refresh
status 0, status 0
200 success refresh, status 0
