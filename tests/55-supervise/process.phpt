--TEST--
SeatPush: supervise: what ends the first process, and what it cannot do
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

function gone(int $pid): string
{
    // Whoever inherits it may never ask for its status.
    $lives = fn () => preg_match('/\) [^ZX] /', (string) @file_get_contents("/proc/$pid/stat"));
    for ($end = microtime(true) + BOUND; microtime(true) < $end && $lives(); usleep(2000));
    return $lives() ? "process $pid is there" : 'gone';
}

echo "-- a killed supervisor takes its worker along\n";
$server = new Supervised('');
$ada = $server->visitor();
$worker = (int) $server->ask('getmypid()');
signal($server->server->pid, 9);
echo $ada->text(), ', the worker is ', gone($worker), ', status ', $server->server->wait(), "\n";

echo "-- TERM to the worker is a reload; shutdown() in it ends all\n";
$server = new Supervised('');
$ada = $server->visitor();
signal((int) $server->ask('getmypid()'), 15);
echo $ada->text(), ', generation ', $server->ask('SeatPush\Server::generation()'), "\n";
$ada = $server->visitor();
echo $ada->send('$server->shutdown()')->text(), ', ', $ada->text(), ', ', $server->server->wait(), ' ', $server->server->stdout();

echo "-- a stop during a reload\n";
$server = new Supervised('');
$ada = $server->visitor();
$server->change('sleep(100);');
$server->server->signal(SIGUSR1);
$server->server->until('/generation 1\)$/m');
echo $server->stop(), ', ', $ada->text(), "\n";

echo "-- a callback that blocks\n";
$server = new Supervised('', "['max_wait_time' => 1]");
$server->visitor()->send("file_put_contents('php://stdout', 'it blocks' . PHP_EOL) && sleep(100)");
$server->server->until('/it blocks/');
echo $server->stop(), "\n";

echo "-- the first worker does not start\n";
foreach (['if (SeatPush\Server::workerId() !== null) exit(3);', 'if (SeatPush\Server::workerId() !== null) $server->set(["state_file" => "/"]);'] as $code) {
    $run = TestServer::run("ini_set('display_errors', '0'); \$server = new SeatPush\Server('127.0.0.1', 0); \$server->set(['supervise' => true]); \$server->on('Message', fn () => 1);
        $code
        try { \$server->start(); } catch (SeatPush\Exception \$e) { echo \$e->getMessage(); }");
    echo $run->wait(), ' ', $run->stdout(), "\n";
}

echo "-- scripts that cannot be run again\n";
$script = '$server = new SeatPush\Server("127.0.0.1", 0); $server->set(["supervise" => true]); $server->on("Message", fn () => 1);
try { $server->start(); } catch (SeatPush\Exception $e) { echo $e->getMessage(), "\n"; }';
$process = proc_open(php_command(), [['pipe', 'r'], 1 => ['pipe', 'w']], $pipes);
fwrite($pipes[0], "<?php $script");
fclose($pipes[0]);
echo stream_get_contents($pipes[1]);
proc_close($process);
?>
--EXPECT--
-- a killed supervisor takes its worker along
close 1001 server is stopping, the worker is gone, status 137
-- TERM to the worker is a reload; shutdown() in it ends all
close 1012 server restarts: come back, generation 1
true, close 1001 server is stopping, 0 bool(true)
-- a stop during a reload
0 bool(true), close 1001 server is stopping
-- a callback that blocks
0 it blocks
bool(true)
-- the first worker does not start
0 the worker did not start: it ended with status 3 before start(); what it printed says more
0 cannot use state_file "/": Is a directorythe worker did not start: cannot use state_file "/": Is a directory
-- scripts that cannot be run again
the script cannot be started again, since it came through standard input or a pipe and is gone: start it from a file, as php server.php
