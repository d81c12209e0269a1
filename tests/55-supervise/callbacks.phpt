--TEST--
SeatPush: supervise: what callbacks in the first process may do: fork, wait, reload, stop
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/supervised.inc';

function supervised(string $code, string $before = ''): Supervised
{
    $posix = PHP_EXTENSION_DIR . '/posix.so';
    return new Supervised($code, before: $before, ini: is_file($posix) ? ['extension' => $posix] : []);
}

/** Two reloads and a crash: all of it works still. */
function works(Supervised $server): string
{
    $said = $server->reload() . ', ' . $server->reload();
    $ada = $server->visitor();
    signal((int) $server->ask('getmypid()'), 9);
    $ada->text();
    return "$said, " . $server->ask('"served again"') . ', ' . $server->stop();
}

foreach (['Start' => 'return', 'BeforeReload' => 'return', 'AfterReload' => 'exit(0)', 'WorkerError' => 'return', 'BeforeShutdown' => 'return'] as $event => $end) {
    $server = supervised("\$server->on('$event', function () { static \$once = 0; if (!\$once++ && pcntl_fork() === 0) { $end; } });");
    echo "$event forks: ", works($server), "\n";
}

echo "-- a child that lives on has none of the ports\n";
$child = 'file_put_contents("php://stdout", "child " . getmypid() . "\n") && posix_kill(getmypid(), SIGSTOP)';
foreach (['in Start' => ["\$server->on('Start', fn () => pcntl_fork() === 0 && $child);", ''], 'of a worker' => ['', "SeatPush\\Server::workerId() === 0 && pcntl_fork() === 0 && $child;"]] as $where => $code) {
    $server = supervised(...$code);
    [, $child_pid] = $server->server->until('/child (\d+)/');
    $server->server->signal(SIGTERM);
    $server->server->until('/seatpush: stopped/');
    echo $where, ': ', @stream_socket_client("tcp://127.0.0.1:{$server->port}") ? 'open' : 'closed', "\n";
    signal((int) $child_pid, 9);
}

echo "-- reload() and shutdown() in callbacks\n";
echo works(supervised('$server->on("BeforeReload", fn ($server) => $server->reload());')), "\n";
$server = supervised('$server->on("BeforeReload", fn ($server) => $server->shutdown());');
$server->server->signal(SIGUSR1);
echo $server->server->wait(), ' ', $server->server->stdout();
foreach (['AfterReload' => 2, 'Start' => 1] as $event => $generation) {
    $server = supervised("\$server->on('$event', function (\$server) { static \$n = 0; \$n++ || \$server->reload(); });");
    $event === 'Start' || $server->server->signal(SIGUSR1);
    $server->server->until("/generation $generation serves/");
    echo $event, ' ', $server->stop(), "\n";
}

echo "-- after a fatal error there are no callbacks, and workers all the same\n";
echo works(supervised("\$server->on('Start', fn () => ini_set('display_errors', '0') . trigger_error('fatal', E_USER_ERROR));")), "\n";

echo "-- the script's own children keep their status, and its wait() may take a worker's\n";
$server = supervised(<<<'PHP'
if (SeatPush\Server::workerId() === null) {
    $child = proc_open(['sh', '-c', 'exit 42'], [], $pipes);
    $server->on('AfterReload', function () use (&$child) {
        file_put_contents('php://stdout', $child ? 'status ' . proc_close($child) . "\n" : '');
        $child = null;
    });
}
$server->on('WorkerStart', fn () => file_put_contents(__FILE__ . '.pid', getmypid()));
$server->on('WorkerError', fn ($server, ...$args) => file_put_contents('php://stdout', 'WorkerError ' . json_encode(array_slice($args, 2)) . "\n"));
$server->on('BeforeReload', function () {
    static $once = 0;
    $pid = (int) @file_get_contents(__FILE__ . '.pid');
    $once++ || $pid > 0 && posix_kill($pid, SIGKILL) && pcntl_waitpid($pid, $status);
    @unlink(__FILE__ . '.pid');
});
$server->on('BeforeShutdown', fn () => unlink(__FILE__ . '.pid'));
PHP);
$server->ask('1'); // WorkerStart is over
echo works($server), "\n";
?>
--EXPECT--
Start forks: reload: generation 1 serves, reload: generation 2 serves, "served again", 0 bool(true)
BeforeReload forks: reload: generation 1 serves, reload: generation 2 serves, "served again", 0 bool(true)
AfterReload forks: reload: generation 1 serves, reload: generation 2 serves, "served again", 0 bool(true)
WorkerError forks: reload: generation 1 serves, reload: generation 2 serves, "served again", 0 bool(true)
BeforeShutdown forks: reload: generation 1 serves, reload: generation 2 serves, "served again", 0 bool(true)
-- a child that lives on has none of the ports
in Start: closed
of a worker: closed
-- reload() and shutdown() in callbacks
reload: generation 1 serves, reload: generation 2 serves, "served again", 0 bool(true)
0 bool(true)
AfterReload 0 bool(true)
Start 0 bool(true)
-- after a fatal error there are no callbacks, and workers all the same
reload: generation 1 serves, reload: generation 2 serves, "served again", 255 
-- the script's own children keep their status, and its wait() may take a worker's
reload: generation 1 serves, reload: generation 2 serves, "served again", 0 WorkerError [0,0]
status 42
WorkerError [0,9]
bool(true)
