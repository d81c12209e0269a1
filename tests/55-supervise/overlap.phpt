--TEST--
SeatPush: supervise: two workers at a time: ids, a callback that blocks, a reload that is asked for meanwhile; ports that are left out
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/supervised.inc';

/** What a script does that waits before start() until it may go on. */
final class Gate
{
    private string $file;

    public function __construct()
    {
        $this->file = tempnam(sys_get_temp_dir(), 'seatpush-');
    }

    public function code(): string
    {
        return "if (is_file('$this->file')) { file_put_contents('php://stdout', 'waits ' . getmypid() . PHP_EOL); while (is_file('$this->file')) { usleep(1000); clearstatcache(); } }";
    }

    public function open(): void
    {
        @unlink($this->file);
    }
}

echo "-- ids that the old worker takes while the new one is ready\n";
$file = tempnam(sys_get_temp_dir(), 'seatpush-');
file_put_contents($file, sprintf("%020d\n", 2 ** 44)); // the clock will be there in some 30 years
$gate = new Gate();
$code = '$server->on("Request", fn ($request, $response) => $response->end((string) $request->fd));';
$server = new Supervised($code, "['state_file' => '$file']");
$server->change($code . $gate->code());
$server->server->signal(SIGUSR1);
[, $worker] = $server->server->until('/waits (\d+)/');
signal($server->server->pid, SIGSTOP); // does not hear that the new one is ready
$gate->open();
while (!in_array($file, array_map(fn ($link) => @readlink($link), glob("/proc/$worker/fd/*")))) {
    usleep(1000);
}
$ids = [HttpClient::get($server->port)['body'], HttpClient::get($server->port)['body']];
signal($server->server->pid, SIGCONT);
$server->server->until('/generation 1 serves/');
while (count($ids) < 10) {
    $ids[] = HttpClient::get($server->port)['body'];
}
echo count(array_unique($ids)), ' of ', count($ids), ', ', preg_replace('/\d{2,}/', 'PID', $server->stop()), "\n";
unlink($file);

echo "-- a worker whose callback blocks retires nevertheless\n";
$server = new Supervised('', "['max_wait_time' => 1]");
$ada = $server->visitor();
$ada->send("file_put_contents('php://stdout', 'it blocks' . PHP_EOL) && (function () { for (;;) sleep(100); })()");
$server->server->until('/it blocks/');
echo $server->reload(), ', ', $server->ask('"served"'), ', ', $ada->text(), ', ', preg_replace('/\d{2,}/', 'PID', $server->stop()), "\n";

echo "-- a reload while a worker starts that replaces one that crashed\n";
$gate = new Gate();
$server = new Supervised('');
$server->change($gate->code());
signal((int) $server->ask('getmypid()'), SIGKILL);
$server->server->until('/waits/');
$server->change('');
$server->server->signal(SIGUSR1);
$gate->open();
$server->server->until('/generation 1 serves/');
echo $server->ask('SeatPush\Server::generation()'), ', ', preg_replace('/\d{2,}/', 'PID', $server->stop()), "\n";

echo "-- a port that the script leaves out when it is started again after a crash\n";
$server = new Supervised("\$server->listen('127.0.0.1', 0, SeatPush\\Server::SOCK_TCP);");
$other = json_decode($server->ask('$server->ports[1]->port'));
$server->change('');
signal((int) $server->ask('getmypid()'), SIGKILL);
echo $server->ask('"served"'), ', ', @stream_socket_client("tcp://127.0.0.1:$other") ? 'open' : 'closed', ', ', preg_replace('/\d{2,}/', 'PID', $server->stop()), "\n";

echo "-- in the background, a socket file is gone when the first worker fails\n";
$path = sys_get_temp_dir() . '/seatpush-' . getmypid() . '.sock';
$run = TestServer::run("ini_set('display_errors', '0'); \$server = new SeatPush\Server('$path', 0, 1, SeatPush\Server::SOCK_UNIX); \$server->set(['supervise' => true, 'daemonize' => true]); \$server->on('Message', fn () => 1);
    if (SeatPush\Server::workerId() !== null) exit(3);
    try { \$server->start(); } catch (SeatPush\Exception \$e) { echo \$e->getMessage(); }");
echo $run->stdout(), ', ', json_encode(file_exists($path)), "\n";

echo "-- a child that the script forks cannot be the server, which would fork for ever\n";
$run = TestServer::run("\$server = new SeatPush\Server('127.0.0.1', 0); \$server->set(['supervise' => true]); \$server->on('Message', fn () => 1);
    if (\$child = pcntl_fork()) { pcntl_waitpid(\$child, \$status); exit(pcntl_wexitstatus(\$status)); }
    try { \$server->start(); } catch (SeatPush\Exception \$e) { echo \$e->getMessage(), '\n'; exit(9); }");
echo $run->wait(), ' ', $run->stdout();
?>
--EXPECT--
-- ids that the old worker takes while the new one is ready
10 of 10, 0 waits PID
bool(true)
-- a worker whose callback blocks retires nevertheless
reload: generation 1 serves, "served", close 1011, 0 it blocks
bool(true)
-- a reload while a worker starts that replaces one that crashed
1, 0 waits PID
bool(true)
-- a port that the script leaves out when it is started again after a crash
"served", closed, 0 bool(true)
-- in the background, a socket file is gone when the first worker fails
the worker did not start: it ended with status 3 before start(); what it printed says more, false
-- a child that the script forks cannot be the server, which would fork for ever
9 the script forks before start(), and this child of its worker may not be started as a server with supervise, since that would fork again, for ever: call start() in the process that the script begins in
the worker did not start: it ended with status 9 before start(); what it printed says more
