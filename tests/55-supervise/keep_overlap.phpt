--TEST--
SeatPush: reload_mode: 'keep': what happens to a process while connections are on their way leaves nothing behind
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$gate = tempnam(sys_get_temp_dir(), 'seatpush-');
$wait = "while (is_file('$gate')) { usleep(1000); clearstatcache(); }";
$until = function (string $logged) use (&$server): bool {
    for ($end = microtime(true) + BOUND; !str_contains($server->log(), $logged) && microtime(true) < $end; usleep(2000)) {
    }
    return str_contains($server->log(), $logged);
};

echo "-- a child of the process before\n";
$server = new Supervised("\$server->on('WorkerExit', function () { if (pcntl_fork() === 0) { $wait exit(0); } });", "['reload_mode' => 'keep', 'max_wait_time' => 30]");
$ada = $server->visitor();
$ada->send('1')->text();
$server->change('');
$server->reload();
echo 'all have come: ', json_encode($until('reload: 1 connections came from the process before')), ', Ada ', $ada->send('2')->text(), "\n";

echo "-- more reloads than workers may retire\n";
file_put_contents($gate, '');
$slow = $server->visitor()->send("[\$server->push(\$frame->fd, 'waits'), (function () use (\$server) { while (is_file('$gate')) { \$server->sleep(2); clearstatcache(); } })()]");
echo $slow->text(), "\n";
for ($i = 0; $i < 4; $i++) {
    $server->reload();
}
$server->server->signal(SIGUSR1);
echo 'one waits: ', json_encode($until('reload: it waits')), "\n";
unlink($gate);
echo $slow->text(), "\n";
echo 'and begins: ', json_encode($until('generation 6 serves')), ', ', $slow->send('SeatPush\Server::generation() >= 5')->text(), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
-- a child of the process before
all have come: true, Ada 2
-- more reloads than workers may retire
waits
one waits: true
[true,null]
and begins: true, true
0 bool(true)
