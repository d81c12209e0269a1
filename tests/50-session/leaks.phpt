--TEST--
SeatPush: session: ten thousand connections of each kind come, talk and end, and the server is no larger than after the first thousand
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('/proc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['handshake_timeout' => 1, 'log_level' => 6]);
$server->on('Open', fn ($s, $q) => $s->bind($q->fd, 'somebody'));
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
$server->on('Close', fn () => null);
$server->on('Request', function ($q, $r) use ($server) {
    if ($q->server['path_info'] === '/') {
        $r->end($q->rawContent());
        return;
    }
    // In this order, so that what is measured first is not affected by what the others need.
    $zend = memory_get_usage();
    $resident = (int) explode(' ', file_get_contents('/proc/self/statm'))[1] * 4096;
    $r->end(json_encode(['zend' => $zend, 'resident' => $resident, 'descriptors' => count(scandir('/proc/self/fd'))] + $server->stats()));
});
$refuses = $server->listen('127.0.0.1', 0);
$refuses->on('Handshake', function ($q, $r) {
    $r->status(403);
    $r->end('no');
    return false;
});
serve($server);
PHP);
[$port, $refuses] = $server->ports;

/** The figures, once no other client is connected. */
function figures(int $port): array
{
    for ($end = microtime(true) + BOUND; microtime(true) < $end; usleep(1000)) {
        $figures = json_decode(HttpClient::get($port, '/figures', ['Connection' => 'close'])['body'], true);
        if ($figures['connection_num'] === 1) {
            return $figures;
        }
    }
    throw new Exception("$figures[connection_num] connections are still there");
}

/** @return list<resource> that many connections on which $bytes are sent */
function connections(int $count, int $port, string $bytes): array
{
    for ($all = []; $count-- > 0; ) {
        $all[] = $stream = stream_socket_client("tcp://127.0.0.1:$port", $code, $text, BOUND) ?: throw new Exception($text);
        stream_set_timeout($stream, BOUND);
        fwrite($stream, $bytes);
    }
    return $all;
}

/** Reads until the text ends in $last; '' stands for the end of the connection. */
function read_up_to($stream, string $last): void
{
    for ($all = ''; $last === '' || !str_ends_with($all, $last); $all .= $bytes) {
        $bytes = fread($stream, 8192);
        if ($bytes === '' || $bytes === false) {
            $last === '' && feof($stream) || throw new Exception("it ended, or nothing more came, after: $all");
            return;
        }
    }
}

$upgrade = "GET / HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
$old = str_replace('Version: 13', 'Version: 8', $upgrade);
$hello = WsClient::frame(1, 'hello');
// What the connections do, how many at a time, and the counter that shows that they did it.
$kinds = [
    'clean close' => [200, 'message_count', function (int $count) use ($port, $upgrade, $hello) {
        $all = connections($count, $port, $upgrade . $hello);
        foreach ($all as $stream) {
            read_up_to($stream, 'hello');
            fwrite($stream, WsClient::frame(8, pack('n', 1000)));
        }
        foreach ($all as $stream) {
            read_up_to($stream, '');
        }
    }],
    'reset' => [200, 'abort_count', function (int $count) use ($port, $upgrade, $hello) {
        foreach (connections($count, $port, $upgrade . $hello) as $stream) {
            // Not read, and closed: the kernel resets.
            stream_socket_recvfrom($stream, 1, STREAM_PEEK);
            fclose($stream);
        }
    }],
    'refused by the server' => [200, 'refused_request_count', function (int $count) use ($port, $old) {
        foreach (connections($count, $port, $old) as $stream) {
            read_up_to($stream, '');
        }
    }],
    'refused by the script' => [200, 'close_count', function (int $count) use ($refuses, $upgrade) {
        foreach (connections($count, $refuses, $upgrade) as $stream) {
            read_up_to($stream, 'no');
        }
    }],
    'HTTP without keep-alive' => [200, 'response_count', function (int $count) use ($port) {
        foreach (connections($count, $port, "POST / HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello") as $stream) {
            read_up_to($stream, '');
        }
    }],
    // Fewer, because each round takes a second or two.
    'timed out' => [500, 'timeout_count', function (int $count) use ($port, $upgrade) {
        foreach (connections($count, $port, substr($upgrade, 0, 60)) as $stream) {
            read_up_to($stream, '');
        }
    }],
];
figures($port);
foreach ($kinds as $name => [$at_a_time, $counter, $round]) {
    // Under a debug PHP, a sanitizer or valgrind: few. They have their own ways to see a leak.
    [$warm, $rounds] = $at_a_time === 500 ? (memory_is_watched() ? [1, 1] : [2, 10]) : (memory_is_watched() ? [1, 2] : [5, 50]);
    for ($i = 0; $i < $warm; $i++) {
        $round($at_a_time);
    }
    $before = figures($port);
    for ($i = 0; $i < $rounds; $i++) {
        $round($at_a_time);
    }
    $after = figures($port);
    $more = [];
    // The smallest block of malloc() is 32 bytes: one kept by each connection is above the last bound.
    foreach (['zend' => 0, 'descriptors' => 0, 'resident' => 26 * $rounds * $at_a_time] as $what => $bound) {
        $grown = $after[$what] - $before[$what];
        getenv('LEAKS_FIGURES') && fprintf(STDERR, "%s: %s %+d (%d)\n", $name, $what, $grown, $after[$what]);
        if ($grown > $bound && !($what === 'resident' && memory_is_watched())) {
            $more[] = "$grown more $what";
        }
    }
    $did = $after[$counter] - $before[$counter] >= $at_a_time * $rounds;
    echo "$name: ", $did ? ($more ? implode(', ', $more) : 'as before') : 'not what happened', "\n";
}
echo $server->stop(), "\n";
?>
--EXPECT--
clean close: as before
reset: as before
refused by the server: as before
refused by the script: as before
HTTP without keep-alive: as before
timed out: as before
0
