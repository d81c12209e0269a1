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

// Answers the first command of each connection with the next text, and the later ones not at all.
const BROKEN = <<<'PHP'
$server = stream_socket_server('tcp://127.0.0.1:0');
echo explode(':', stream_socket_get_name($server, false))[1], "\n";
$kept = [];
while ($client = stream_socket_accept($server, 60)) {
    fread($client, 8192);
    fwrite($client, base64_decode(fgets(STDIN)));
    $kept[] = $client;
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
// The link is tried again after each, and says so once; so each is made known by the state of the server's memory.
fwrite($pipes[0], base64_encode("*2147483647\r\n") . "\n");
echo $server->until('/down: .*/')[0], "\n";
foreach (["*2147483646\r\n", "*1\r\n*2147483647\r\n", "*4194304\r\n", "*3\r\n*4194304\r\n:1\r\n", "\$2147483647\r\nabc", "*-5\r\n", "\$9223372036854775807\r\nabc", "*4\r\n\$8\r\npmessage\r\n:1\r\n*1\r\n:2\r\n:3\r\n"] as $text) {
    fwrite($pipes[0], base64_encode($text) . "\n");
}
echo HttpClient::get($server->port)['body'], "\n";
preg_match('/VmPeak:\s+(\d+) kB/', file_get_contents("/proc/$server->pid/status"), $peak);
echo $peak[1] < (getenv('LD_PRELOAD') || getenv('TEST_CHILD_PHP') ? INF : 4 << 20) ? 'small' : "$peak[1] kB", "\n";
echo $server->stop(), "\n";
proc_terminate($broken, 9);
?>
--EXPECT--
down: a reply has more than 4194304 values
served
small
0
