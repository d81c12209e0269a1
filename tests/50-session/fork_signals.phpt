--TEST--
SeatPush: session: a signal to a child that a callback forked does there what it did before start(), and nothing in the parent
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { exit(9); });
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $child = pcntl_fork();
    if ($child === 0) {
        while (true) {
            sleep(1);
        }
    }
    exec("kill -$f->data $child");
    pcntl_waitpid($child, $status);
    $s->push($f->fd, pcntl_wifsignaled($status) ? 'signal ' . pcntl_wtermsig($status) : 'status ' . pcntl_wexitstatus($status));
});
serve($server);
PHP);
$client = WsClient::connect($server->port);
foreach ([SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2, SIGTERM] as $signal) {
    echo $client->send((string) $signal)->text(), "\n";
}
echo $server->log('stopp|reload'), 'a stop: ';
$server->signal(15);
echo $client->text(), "\n";
$client->close();
echo $server->wait(), "\n";
?>
--EXPECT--
signal 15
signal 2
signal 1
status 9
signal 12
signal 15
a stop: close 1001 server is stopping
0
