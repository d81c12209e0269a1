<?php
// php -n -d extension=seatpush.so seatpush.php PORT [connections|fds|room-fds|publish|conflate|storm|rooms|topic|redis [WORKERS]]
require __DIR__ . '/callbacks.php';

$server = new SeatPush\Server('127.0.0.1', (int) $argv[1]);
if (isset($argv[3])) {
    $server->set(['worker_num' => (int) $argv[3]]);
}
serve($server, $argv[2] ?? 'connections');
