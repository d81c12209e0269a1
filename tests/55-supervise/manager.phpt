--TEST--
SeatPush: supervise: a service manager is told what goes on (NOTIFY_SOCKET), and may pass the ports (LISTEN_FDS)
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

/** What the manager has been told since. */
function told($manager, int $count): string
{
    for ($all = []; count($all) < $count;) {
        $read = [$manager];
        $none = null;
        stream_select($read, $none, $none, BOUND) ?: throw new Exception(json_encode($all) . ' and no more');
        $all[] = preg_replace(['/(?<==)\d{2,}/', '/\n/'], ['N', ' '], stream_socket_recvfrom($manager, 4096));
    }
    return implode(', ', $all);
}

$path = sys_get_temp_dir() . '/seatpush-' . getmypid() . '.notify';
$manager = stream_socket_server("udg://$path", $code, $text, STREAM_SERVER_BIND);
$listen = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($listen, false), ':'), 1);

foreach ([false, true] as $supervise) {
    $set = var_export($supervise, true);
    $script = sys_get_temp_dir() . '/seatpush-' . getmypid() . '.php';
    file_put_contents($script, "<?php \$server = new SeatPush\Server('127.0.0.1', $port); \$server->set(['supervise' => $set, 'log_level' => 4]);
        \$server->on('Request', fn (\$request, \$response) => \$response->end(json_encode([getenv('LISTEN_FDS'), getenv('NOTIFY_SOCKET')])));
        \$server->start();");
    // The shell becomes PHP, so that LISTEN_PID is right, and the listening socket is descriptor 3.
    $process = proc_open(['sh', '-c', 'LISTEN_PID=$$ LISTEN_FDS=1 NOTIFY_SOCKET=' . $path . ' exec "$@"', 'sh', ...php_command(), $script], [['pipe', 'r'], ['pipe', 'w'], 2 => ['redirect', 1], 3 => $listen], $pipes);
    echo $supervise ? 'supervised' : 'alone', ': ', told($manager, 1), ', ', HttpClient::get($port)['body'], "\n";
    if ($supervise) {
        proc_terminate($process, SIGUSR1);
        echo told($manager, 2), ', ', HttpClient::get($port)['body'], "\n";
        file_put_contents($script, '<?php exit(1);');
        proc_terminate($process, SIGUSR1);
        echo 'broken: ', told($manager, 2), ', ', HttpClient::get($port)['body'], "\n";
    }
    proc_terminate($process);
    echo told($manager, 1), ', ';
    echo stream_get_contents($pipes[1]), proc_close($process), "\n";
}
unlink($path);
unlink($script);
?>
--EXPECTF--
alone: READY=1 MAINPID=N, [false,false]
STOPPING=1, 0
supervised: READY=1 MAINPID=N, [false,false]
RELOADING=1 MONOTONIC_USEC=N, READY=1 MAINPID=N, [false,false]
broken: RELOADING=1 MONOTONIC_USEC=N, READY=1 MAINPID=N, [false,false]
STOPPING=1, %A0
