--TEST--
SeatPush: session: forked between new and start(): the child may serve while the parent ends, one that ends undoes nothing, and only one of two may start
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$base = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
$make = '$base = ' . var_export($base, true) . ';' . <<<'PHP'
$server = new SeatPush\Server("$base.socket", 0, 1, SeatPush\Server::SOCK_UNIX);
$server->set(['pid_file' => "$base.pid"]);
$server->after(1, fn () => print("timer\n"));
$server->on('Request', fn ($q, $r) => $r->end($q->fd . ' ' . getmypid()));
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$child = pcntl_fork();
PHP;
$served_by = fn () => (int) explode(' ', HttpClient::get("unix://$base.socket")['body'])[1];
$left = fn () => implode(' ', array_map(fn ($file) => pathinfo($file, PATHINFO_EXTENSION), glob("$base.*"))) ?: 'nothing';

// A script's own way to the background: the parent has ended before the child starts.
$server = TestServer::start($make . <<<'PHP'
if ($child > 0) {
    exit(0);
}
fclose($ours);
fgets($theirs);
$server->on('Shutdown', fn () => print("stopped in order\n"));
serve($server);
PHP);
echo 'the child serves: ', $served_by() === $server->pid ? 'yes' : 'no', ', ', $left(), ', ';
$server->until('/timer/');
exec("kill $server->pid");
$server->until('/stopped in order/');
echo $server->wait(), ', left: ', $left(), "\n";

// A child that ends, in each way, while the parent goes on.
foreach (['exit', 'unset($server); exit', 'exec("kill " . getmypid())', 'ini_set("display_errors", 0); trigger_error("x", E_USER_ERROR)'] as $end) {
    $server = TestServer::start($make . "if (\$child === 0) { $end; }" . 'pcntl_waitpid($child, $status); serve($server);');
    echo 'the parent serves: ', $served_by() === $server->pid ? 'yes' : 'no', ', ';
    echo $server->stop(), ', left: ', $left(), "\n";
}

// Both start.
$server = TestServer::start($make . <<<'PHP'
if ($child === 0) {
    fclose($ours);
    fgets($theirs);    // the parent has started
    try {
        $server->start();
    } catch (SeatPush\Exception $e) {
        echo $e->getMessage(), "\n";
    }
    $server = null;
    $other = new SeatPush\Server('127.0.0.1', 0);
    $other->on('Request', fn () => 1);
    $other->on('Start', function ($s) {
        echo "a server of its own\n";
        $s->shutdown();
    });
    $other->start();
    exit;
}
fclose($theirs);
$server->on('Start', function () use ($ours, $child) {
    fwrite($ours, "now\n");
    pcntl_waitpid($child, $status);
});
serve($server);
PHP);
$server->until('/a server of its own/');
echo 'the parent serves: ', $served_by() === $server->pid ? 'yes' : 'no', ', ', $server->stop(), ', left: ', $left(), "\n", preg_replace('/^timer\n/m', '', $server->stdout());

// Nobody starts.
echo TestServer::run($make . 'if ($child > 0) { pcntl_waitpid($child, $status); }')->wait(), ', left: ', $left(), "\n";
@unlink("$base.socket");
echo TestServer::run(str_replace('pcntl_fork()', '1', $make))->wait(), ', left: ', $left(), "\n";
?>
--EXPECT--
the child serves: yes, pid socket, 0, left: nothing
the parent serves: yes, 0, left: nothing
the parent serves: yes, 0, left: nothing
the parent serves: yes, 0, left: nothing
the parent serves: yes, 0, left: nothing
the parent serves: yes, 0, left: nothing
this server was started in another process, which this script forked: one process serves; for a server in each, make it after the fork
a server of its own
0, left: socket
0, left: nothing
