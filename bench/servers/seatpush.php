<?php
// php -n -d extension=seatpush.so seatpush.php PORT [connections|fds|publish|redis]
require __DIR__ . '/callbacks.php';

if (($argv[2] ?? '') === 'redis' && getenv('BENCH_REDIS') === false) {
    // A redis-server of its own, which ends with this process.
    $socket = sys_get_temp_dir() . '/seatpush-bench-' . getmypid();
    putenv("BENCH_REDIS=unix://$socket");
    $command = ['redis-server', '--port', '0', '--unixsocket', $socket, '--save', '', '--appendonly', 'no', '--dir', sys_get_temp_dir()];
    $redis_server = proc_open($command, [['pipe', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes);
    register_shutdown_function(fn () => proc_terminate($redis_server));
    for ($i = 0; $i < 500 && !file_exists($socket); $i++) {
        usleep(10000);
    }
}

serve(new SeatPush\Server('127.0.0.1', (int) $argv[1]), $argv[2] ?? 'connections');
