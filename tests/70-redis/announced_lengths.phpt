--TEST--
SeatPush: redis: a broken Redis announces what it likes: nothing is allocated for it, the loop goes on, and the link is told what is wrong
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('hiredis', '/proc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// Answers the first command of each connection with the next text, and the later ones not at all. The server may come
// again before it is stopped: that gets nothing.
const BROKEN = <<<'PHP'
$server = stream_socket_server('tcp://127.0.0.1:0');
echo explode(':', stream_socket_get_name($server, false))[1], "\n";
$kept = [];
while ($client = stream_socket_accept($server, 60)) {
    $again = str_contains(fread($client, 8192), 'SUBSCRIBE') && $kept;
    $kept[] = $client;
    if (!$again && ($text = fgets(STDIN)) !== false) {
        fwrite($client, base64_decode($text));
    }
}
PHP;
$broken = proc_open([child_php(), '-n', '-r', BROKEN], [['pipe', 'r'], ['pipe', 'w']], $pipes);
$port = (int) fgets($pipes[1]);
$server = TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0);
$server->set(["redis" => "redis://127.0.0.1:' . $port . '"]);
$server->subscribeRedis("*");
$server->on("RedisDown", function ($s, $why) { echo "down: $why\n"; });
$server->on("Request", fn ($q, $r) => $r->end("served"));
serve($server);');
fwrite($pipes[0], base64_encode("*2147483647\r\n") . "\n");
echo $server->until('/down: .*/')[0], "\n";
echo HttpClient::get($server->port)['body'], "\n";
preg_match('/VmPeak:\s+(\d+) kB/', file_get_contents("/proc/$server->pid/status"), $peak);
echo $peak[1] < (getenv('LD_PRELOAD') || getenv('TEST_CHILD_PHP') ? INF : 4 << 20) ? 'small' : "$peak[1] kB", "\n";
echo $server->stop(), "\n";

// Outside a server the same connection is used, and each is a new one. The last ones are not wrong, but never end.
foreach (["*2147483646\r\n", "*1\r\n*2147483647\r\n", "*2\r\n*1\r\n:1\r\n*4194305\r\n", "*-5\r\n", "\$9223372036854775807\r\nabc", str_repeat("*1\r\n", 20), "*3\r\n*4194304\r\n:1\r\n", "\$2147483647\r\nabc"] as $text) {
    fwrite($pipes[0], base64_encode($text) . "\n");
    try {
        $redis = new SeatPush\Redis("redis://127.0.0.1:$port", timeout: str_contains($text, 'abc') || str_contains($text, "4\r\n") ? 0.3 : BOUND);
        $redis->command('LRANGE', 'list', '0', '-1');
    } catch (Throwable $e) {
        echo json_encode(substr($text, 0, 30)), ' ', preg_replace('/:\d+\/0|; whether.*/', '', $e->getMessage()), "\n";
    }
}

// What is whole is taken whole.
$text = "*1001\r\n" . implode(array_map(fn ($i) => ":$i\r\n", range(1, 1000))) . "*5\r\n*0\r\n\$-1\r\n\$3\r\nabc\r\n*-1\r\n*9\r\n" . str_repeat("+x\r\n", 9);
fwrite($pipes[0], base64_encode($text) . "\n");
$reply = (new SeatPush\Redis("redis://127.0.0.1:$port", timeout: BOUND))->command('LRANGE', 'list', '0', '-1');
echo array_sum(array_slice($reply, 0, 1000)), ' ', json_encode($reply[1000]), "\n";
proc_terminate($broken, 9);
?>
--EXPECT--
down: a reply has more than 4194304 values
served
small
0
"*2147483646\r\n" LRANGE(): the connection to redis://127.0.0.1 was lost: a reply has more than 4194304 values
"*1\r\n*2147483647\r\n" LRANGE(): the connection to redis://127.0.0.1 was lost: a reply has more than 4194304 values
"*2\r\n*1\r\n:1\r\n*4194305\r\n" LRANGE(): the connection to redis://127.0.0.1 was lost: a reply has more than 4194304 values
"*-5\r\n" LRANGE(): the connection to redis://127.0.0.1 was lost: it does not speak the Redis protocol
"$9223372036854775807\r\nabc" LRANGE(): no answer from redis://127.0.0.1 within 0.3 s
"*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1" LRANGE(): the connection to redis://127.0.0.1 was lost: it does not speak the Redis protocol
"*3\r\n*4194304\r\n:1\r\n" LRANGE(): no answer from redis://127.0.0.1 within 0.3 s
"$2147483647\r\nabc" LRANGE(): no answer from redis://127.0.0.1 within 0.3 s
500500 [[],null,"abc",null,["x","x","x","x","x","x","x","x","x"]]
