--TEST--
SeatPush: push: 100 MB to a client that never reads: memory stays flat, push() becomes false, the end is 1013
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['close_timeout' => 1]);
$server->on('Message', function ($s, $f) {
    $rss = fn () => (int) preg_replace('/.*VmRSS:\s*(\d+) kB.*/s', '$1', file_get_contents('/proc/self/status'));
    $before = [$rss(), memory_get_usage()];
    $ok = 0;
    for ($i = 0; $i < 1600; $i++) {
        $results[] = $s->push($f->fd, str_repeat(chr(65 + $i % 26), 65536));
        if ($i === count(array_filter($results))) {
            $first = [$s->getLastError(), $s->exists($f->fd)];
        }
    }
    $true = count(array_filter($results));
    var_dump($true > 20 && $true < 400, $results === [...array_fill(0, $true, true), ...array_fill(0, 1600 - $true, false)]);
    echo json_encode($first), "\n";
    // A sanitizer keeps freed memory for a while.
    var_dump(getenv('USE_ZEND_ALLOC') === '0' || $rss() - $before[0] < 8192, memory_get_usage() - $before[1] < 200000, $s->stats()['push_full_count']);
});
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "$re $code $reason\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
$server->until('/1013/');
echo $server->stop(), "\n", $server->stdout();
?>
--EXPECT--
0
bool(true)
bool(true)
[1009,false]
bool(true)
bool(true)
int(1)
-1 1013 reader is too slow
