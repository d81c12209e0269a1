--TEST--
SeatPush: session: the end of a child that a callback forked leaves pid_file, state_file and the unix socket as they are; with daemonize, too
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach ([false, true] as $daemonize) {
    $base = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
    $server = TestServer::start('$base = ' . var_export($base, true) . '; $daemonize = ' . var_export($daemonize, true) . ';' . <<<'PHP'
    $server = new SeatPush\Server("$base.socket", 0, 1, SeatPush\Server::SOCK_UNIX);
    $server->set(['daemonize' => $daemonize, 'pid_file' => "$base.pid", 'state_file' => "$base.state", 'log_file' => "$base.log"]);
    $server->on('Request', function ($q, $r) use ($base) {
        $files = fn () => file_get_contents("$base.pid") . file_get_contents("$base.state");
        $before = $files();
        $child = pcntl_fork();
        if ($child === 0) {
            if ($q->server['request_uri'] === '/returns') {
                return;
            }
            exit;
        }
        pcntl_waitpid($child, $status);
        $r->end(($before === $files() ? 'same' : 'other') . ' files, status ' . pcntl_wexitstatus($status));
    });
    serve($server);
    PHP);
    echo HttpClient::get("unix://$base.socket")['body'], "\n";
    echo HttpClient::get("unix://$base.socket", '/returns')['body'], "\n";
    echo HttpClient::get("unix://$base.socket")['body'], "\n";
    exec('kill ' . (int) file_get_contents("$base.pid"));
    echo $server->wait(), "\n";
    for ($end = microtime(true) + BOUND; (file_exists("$base.pid") || file_exists("$base.socket")) && microtime(true) < $end; usleep(1000));
    echo implode(' ', array_map(fn ($file) => pathinfo($file, PATHINFO_EXTENSION), glob("$base.*"))), ' ', substr_count(file_get_contents("$base.log"), 'has come back'), "\n";
    array_map('unlink', glob("$base.*"));
}
?>
--EXPECT--
same files, status 0
same files, status 255
same files, status 0
0
log state 1
same files, status 0
same files, status 255
same files, status 0
0
log state 1
