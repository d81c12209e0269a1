--TEST--
SeatPush: Client: a fork leaves the connection to the parent; signals are handled while it waits
--EXTENSIONS--
seatpush
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

/** posix_kill() without ext-posix, which Debian's php has as a file of its own. */
function signal(int $pid, int $signal): void
{
    exec("kill -$signal $pid");
}

$server = TestServer::start('$s = new SeatPush\Server("127.0.0.1", 0); $s->on("Message", fn ($s, $frame) => $s->push($frame->fd, "echo")); serve($s);');
$client = new SeatPush\Client("ws://127.0.0.1:$server->port/");
if (($child = pcntl_fork()) === 0) {
    echo outcome(fn () => $client->send('x')), "\n";
    $own = new SeatPush\Client("ws://127.0.0.1:$server->port/");
    $own->send('x');
    echo 'in the child: ', $own->recv()->data, "\n";
    unset($client, $own);
    signal(getmypid(), SIGKILL);
}
pcntl_waitpid($child, $status);
$client->send('x');
echo 'in the parent: ', $client->recv()->data, "\n";

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => print("handled\n"));
pcntl_signal(SIGUSR2, fn () => throw new Exception('thrown by a handler'));
foreach ([SIGUSR1, SIGUSR2] as $signal) {
    $parent = getmypid();
    if (($child = pcntl_fork()) === 0) {
        usleep(100000);
        signal($parent, $signal);
        signal(getmypid(), SIGKILL);
    }
    echo outcome(fn () => $client->recv($signal === SIGUSR1 ? 1 : 10)), "\n";
    pcntl_waitpid($child, $status);
}
$client->send('x');
echo $client->recv()->data, "\n";
?>
--EXPECT--
SeatPush\Exception: send(): this connection belongs to the parent process; make another Client after the fork
in the child: echo
in the parent: echo
handled
null
Exception: thrown by a handler
echo
