<?php
// php -d extension=swoole.so swoole.php PORT [connections|fds|room-fds] [process|base] [coroutines]
require __DIR__ . '/../servers/callbacks.php';

$mode = ($argv[3] ?? 'base') === 'process' ? SWOOLE_PROCESS : SWOOLE_BASE;
$server = new Swoole\WebSocket\Server('127.0.0.1', (int) $argv[1], $mode);
$server->set([
    'worker_num' => 1,
    'max_connection' => 100000,
    'http_compression' => false,
    'enable_coroutine' => isset($argv[4]),
    'log_level' => SWOOLE_LOG_WARNING,
]);
serve($server, $argv[2] ?? 'connections');
