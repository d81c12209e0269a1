--TEST--
SeatPush: reload_mode: 'keep': what cannot move is closed with 1012, and what belongs to the process before ends once
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$common = '$server->on("WorkerExit", fn () => fwrite(STDOUT, "worker exits\n"));
$server->on("WorkerStop", fn () => fwrite(STDOUT, "worker stops\n"));
$server->on("Close", fn ($server, $fd, $reactor) => fwrite(STDOUT, "closed\n"));
$ticks = 0;
SeatPush\Timer::tick(1, function () use (&$ticks) { $ticks++; });
';
$second = '$other = $server->listen("127.0.0.1", 0, SeatPush\Server::SOCK_TCP);
file_put_contents("' . __FILE__ . '.port", $other->port);
';
$server = new Supervised($common . $second, "['reload_mode' => 'keep', 'max_wait_time' => 2]");
$on = fn (int $port) => WsClient::connect($port);

echo "-- a port that the new script does not have\n";
[$ada, $ben] = [$on($server->port), $on((int) file_get_contents(__FILE__ . '.port'))];
echo $ben->send('1')->text(), "\n";
$accepted = $ada->send('$server->stats()["accept_count"]')->text();
$server->change($common);
echo $server->reload(), ': Ben ', $ben->text(), ', Ada ', $ada->send('SeatPush\Server::generation()')->text(), "\n";
unlink(__FILE__ . '.port');
echo 'counts go on: ', $ada->send('$server->stats()["accept_count"]')->text() === $accepted ? 'yes' : 'no', ', connections ', $ada->send('[count($server->connections), $server->stats()["connection_num"]]')->text(), "\n";

echo "-- a limit that is lower\n";
$half = WsClient::frame(1, '"' . str_repeat('x', 3000) . '"');
$ada->send('1')->text();
$ben = $on($server->port)->raw(substr($half, 0, 2500));
$ada->send('$server->stats()["input_bytes"] > 2000');
while ($ada->text() !== 'true') {
    $ada->send('$server->stats()["input_bytes"] > 2000');
}
$server->change($common . '$server->set(["package_max_length" => 2000]);');
$server->reload();
echo 'Ben ', $ben->text(), ', Ada ', $ada->send('2')->text(), "\n";
preg_match_all('/connection \d+ is closed, since it could not move: .*/', $server->log(), $found);
echo preg_replace('/\d+/', 'N', implode("\n", $found[0])), "\n";

echo "-- a worker that dies as soon as it serves\n";
$server->change($common . '$server->on("Adopt", fn () => exit(3));');
$server->reload();
echo $ada->text(), "\n";
$server->change($common);
$server->reload();
echo $server->ask('"serves again"'), "\n";

echo "-- a stop while a callback keeps a connection in the process before\n";
$ada = $server->visitor();
$ada->send('[$server->push($frame->fd, "waits"), $server->sleep(100000)]');
echo $ada->text(), "\n";
$server->reload();
echo $server->ask('"the new one serves"'), "\n";
$server->server->stop();
echo $ada->text(), "\n";
$out = array_count_values(explode("\n", trim($server->server->stdout())));
echo 'each that stopped had exited: ', $out['worker exits'] === $out['worker stops'] && $out['worker stops'] > 5 ? 'yes' : json_encode($out), ', closed ', $out['closed'], "\n";
?>
--EXPECT--
-- a port that the new script does not have
1
reload: generation 1 serves: Ben close 1012 server restarts: come back, Ada 1
counts go on: yes, connections [1,1]
-- a limit that is lower
Ben close 1012 server restarts: come back, Ada 2
connection N is closed, since it could not move: the script has no such port any more; there may be more
connection N is closed, since it could not move: this version of the script has lower limits, or memory ran out; there may be more
-- a worker that dies as soon as it serves
close 1001 server is stopping
"serves again"
-- a stop while a callback keeps a connection in the process before
waits
"the new one serves"
close 1012 server restarts: come back
each that stopped had exited: yes, closed 6
