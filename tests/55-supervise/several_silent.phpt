--TEST--
SeatPush: worker_num: a worker that hangs keeps nobody waiting for longer than a second, and the log names it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$gate = tempnam(sys_get_temp_dir(), 'seatpush-');
$server = new Supervised('$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));', "['worker_num' => 2, 'slow_callback_ms' => 0]");
$of = $server->spread(2, 12);
$ben = $of[1][0];
$own = count($of[0]);
[$ada, $cid] = [array_shift($of[0]), array_shift($of[0])];
[$fd, $pid] = json_decode($ben->send('[$frame->fd, getmypid()]')->text());

$ben->send("(function () { unlink('$gate'); while (!is_file('$gate')) { usleep(1000); clearstatcache(); } })()");
for ($end = microtime(true) + BOUND; is_file($gate) && microtime(true) < $end; usleep(1000)) {
    clearstatcache();
}
$asked = microtime(true);
echo $ada->send("[\$server->state($fd), \$server->getLastError() === SeatPush\Server::ERROR_TIMED_OUT]")->text(), ', ';
echo microtime(true) - $asked > 0.9 ? "after a second\n" : "at once\n";
echo $ada->send("[count(\$server->subscribers('show')) === $own, \$server->subscriberCount('show') > $own]")->text(), "\n";

echo "-- many may ask, and others are served meanwhile\n";
foreach ($of[0] as $visitor) {
    $visitor->send("\$server->getClientInfo($fd)");
}
echo $cid->send('"Cid"')->text(), "\n";
touch($gate);
$ben->text();
$said = array_map(fn ($visitor) => $visitor->text(), $of[0]);
echo count($said) === $own - 2 ? "all go on\n" : "some do not\n";
echo 'then it answers again: ', $ada->send("\$server->state($fd)")->text(), "\n";
echo $server->stop(), "\n";
unlink($gate);
$lines = preg_grep('/has not answered/', explode("\n", $server->log()));
echo count($lines), ' line: ', preg_replace('/^.*?WARNING seatpush/', '', str_replace("id $pid ", "id of Ben's ", current($lines))), "\n";
?>
--EXPECT--
[false,true], after a second
[true,true]
-- many may ask, and others are served meanwhile
"Cid"
all go on
then it answers again: ""
0 bool(true)
1 line:  (worker 0, generation 0): state(): the worker with process id of Ben's has not answered within a second, so its connections are as if they were gone: look for a callback that blocks there (slow_callback_ms)
