<?php
// php -n -d extension=seatpush.so seatpush.php PORT [connections|fds|room-fds|publish|conflate|storm|rooms|topic|redis]
require __DIR__ . '/callbacks.php';

serve(new SeatPush\Server('127.0.0.1', (int) $argv[1]), $argv[2] ?? 'connections');
