--TEST--
Example seat-map: with four workers a page of each presses every seat; each seat has one buyer, and everybody agrees
--SKIPIF--
<?php
if (!is_dir('/proc/self/fd')) {
    die('skip worker_num needs Linux');
}
?>
--FILE--
<?php
require __DIR__ . '/seat-map.inc';
require __DIR__ . '/../support/client.inc';

const WORKERS = 4;

/** The process that has the other end of this connection, by what the kernel knows of sockets. */
function process_of(WsClient $page): int
{
    [, $here] = explode(':', stream_socket_get_name($page->stream, false));
    foreach (file('/proc/net/tcp') as $line) {
        $words = preg_split('/\s+/', trim($line));
        if (str_ends_with($words[2], sprintf(':%04X', $here))) {
            foreach (glob('/proc/[0-9]*/fd/*') as $descriptor) {
                if (@readlink($descriptor) === "socket:[$words[9]]") {
                    return (int) explode('/', $descriptor)[2];
                }
            }
        }
    }
    throw new Exception('nobody has it');
}

[$server, $address] = seat_map('127.0.0.1', (string) WORKERS);
$port = (int) explode(':', $address)[1];

// A page of each worker. Who has the fewest connections takes the next one, so others come in between.
$pages = $others = [];
for ($end = microtime(true) + BOUND; count($pages) < WORKERS && microtime(true) < $end;) {
    $page = WsClient::connect($port, '/?me=' . bin2hex(random_bytes(4)));
    $process = process_of($page);
    isset($pages[$process]) ? $others[] = $page : $pages[$process] = $page;
}
echo count($pages), " workers\n";

$seats = array_keys(json_decode(reset($pages)->text(), true)['seats']);
foreach ($seats as $seat) {
    foreach ($pages as $page) {
        $page->send(json_encode(['buy' => $seat]));
    }
}

// Whoever is first is told "yours"; everybody else that it is taken, and that it is sold, in whatever order.
$told = [];
foreach ($pages as $process => $page) {
    for ($left = 2 * count($seats); $left > 0;) {
        $message = json_decode($page->text(), true);
        if (in_array($message['is'], ['yours', 'taken', 'sold'], true)) {
            $told[$message['seat']][$process][] = $message['is'];
            $left -= $message['is'] === 'yours' ? 2 : 1;
        }
    }
}
$fair = 0;
foreach ($told as $pages_of) {
    $said = array_map(fn ($words) => sort($words) ? implode(' ', $words) : '', $pages_of);
    $fair += array_count_values($said) == ['yours' => 1, 'sold taken' => WORKERS - 1];
}
echo "$fair of ", count($seats), " seats have one buyer\n";

$late = json_decode(WsClient::connect($port)->text(), true);
echo 'A page opened now: ', json_encode(array_count_values($late['seats'])), ', ', $late['watching'] === WORKERS + count($others) + 1 ? "all are counted\n" : "$late[watching] watch\n";
foreach ($others as $page) {
    $sold = 0;
    while ($sold < count($seats)) {
        $sold += json_decode($page->text(), true)['is'] === 'sold';
    }
}
echo "Those that bought nothing have seen all sales\n";

// What a terminal does at Ctrl+C: the signal goes to all processes.
foreach ([...array_keys($pages)] as $process) {
    exec("kill -INT $process");
}
$server->signal(2);
echo $server->stop(false), "\n";
?>
--EXPECT--
4 workers
80 of 80 seats have one buyer
A page opened now: {"sold":80}, all are counted
Those that bought nothing have seen all sales
status 0
