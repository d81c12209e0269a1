--TEST--
SeatPush: session: with pcntl_async_signals() the script's signal handlers run, also while nothing else happens; those of TERM, INT, USR1 and HUP are the server's until it has stopped, unless a callback sets one
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
pcntl_async_signals(true);
$say = fn (string $what) => function () use ($what, &$after) { echo "$what\n"; if (str_ends_with($what, 'stop')) $after[] = 1; };
foreach ([SIGUSR2 => 'USR2', SIGWINCH => 'WINCH', SIGALRM => 'ALRM', SIGTERM => 'TERM, which is the server\'s', SIGUSR1 => 'USR1, after the stop'] as $signal => $what) {
    pcntl_signal($signal, $say($what));
}
pcntl_signal(SIGCHLD, fn () => throw new Exception('thrown in a handler'));
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['ping_interval' => 0]);
pcntl_signal(SIGURG, function () use ($server) {
    try {
        $server->sleep(1);
    } catch (SeatPush\Exception $e) {
        echo $e->getMessage(), "\n";
    }
});
$server->on('Request', function ($q, $r) {
    if ($q->server['path_info'] === '/hup') {
        pcntl_signal(SIGHUP, fn () => print("HUP, set in a callback\n"));
    } elseif ($q->server['path_info'] === '/alarm') {
        pcntl_alarm(1);
    }
    $r->end('served');
});
serve($server);
echo "stopped\n";
for ($i = 0; $i < 20000 && !isset($after); $i++) usleep(2000);
PHP);
foreach ([SIGUSR2 => 'USR2', SIGWINCH => 'WINCH', SIGURG => 'sleep.. cannot wait here, in a destructor or a signal handler.*'] as $signal => $what) {
    $server->signal($signal);
    $server->until("/^$what$/m");
}
$server->signal(SIGCHLD);
$server->until('/uncaught in the Signal callback: Exception: thrown in a handler/');
HttpClient::get($server->port, '/alarm');
$server->until('/^ALRM$/m');
HttpClient::get($server->port, '/hup');
$server->signal(SIGHUP);
$server->until('/^HUP/m');
echo HttpClient::get($server->port)['body'], "\n";
$server->signal(SIGTERM);
$server->until('/^stopped$/m');
$server->signal(SIGHUP);
$server->until('/(^HUP.*){2}/ms');
$server->signal(SIGUSR1);
$server->until('/^USR1/m');
echo $server->stdout();
?>
--EXPECT--
served
USR2
WINCH
sleep() cannot wait here, in a destructor or a signal handler: call it before the object is destroyed, or in a timer
ALRM
HUP, set in a callback
stopped
HUP, set in a callback
USR1, after the stop
