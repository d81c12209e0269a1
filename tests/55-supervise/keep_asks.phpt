--TEST--
SeatPush: reload_mode: 'keep': while connections move, both workers know of all, and can change all
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$gate = tempnam(sys_get_temp_dir(), 'seatpush-');
$server = new Supervised('$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show") && $server->setState($request->fd, "opened"));', "['reload_mode' => 'keep', 'max_wait_time' => 60]");
$until = function (string $logged) use ($server) {
    for ($end = microtime(true) + BOUND; !str_contains($server->log(), $logged) && microtime(true) < $end; usleep(2000)) {
    }
};
$eve = $server->visitor();
$visitors = array_map(fn () => $server->visitor(), range(1, 300));
$ben = $visitors[150];
[$bens, $eves] = [$ben->send('$frame->fd')->text(), $eve->send('$frame->fd')->text()];

// Eve's callback stays in the worker before, and asks from there for as long as the others move.
$eve->send("(function () use (\$server) {
    \$server->push($eves, 'waits');
    \$said = [];
    do {
        \$members = \$server->subscribers('show');
        \$now = json_encode([count(\$members), count(array_unique(\$members)), \$server->subscriberCount('show') >= 301, \$server->state($bens), \$server->topics($bens), \$server->getClientInfo($bens)['websocket_status'], \$server->setState($bens, \$server->state($bens))]);
        \$said[\$now] = (\$said[\$now] ?? 0) + 1;
        \$server->sleep(\$said[\$now] < 5000 ? 0 : 5);
        clearstatcache();
    } while (is_file('$gate'));
    return \$said;
})()");
echo $eve->text(), "\n";
$server->reload();
$until('reload: it waits');
for ($end = microtime(true) + BOUND; $ben->send('SeatPush\Server::generation()')->text() !== '1' && microtime(true) < $end;) {
}
echo "-- the next worker knows of Eve, which the one before has\n";
echo $ben->send("[\$server->state($eves), \$server->bind($eves, 'Eve'), \$server->getClientInfo($eves)['uid'], \$server->subscriberCount('show'), count(\$server->subscribers('show'))]")->text(), "\n";
unlink($gate);
echo "-- the one before of those that moved, at any moment\n";
echo preg_replace('/:\d+\}/', ':…}', $eve->text()), "\n";
echo $eve->send('[SeatPush\Server::generation(), $server->getClientInfo($frame->fd)["uid"]]')->text(), "\n";
echo $server->stop(), "\n";
echo implode("\n", preg_grep('/another worker|not answered/', explode("\n", $server->log())));
?>
--EXPECT--
waits
-- the next worker knows of Eve, which the one before has
["opened",true,"Eve",301,301]
-- the one before of those that moved, at any moment
{"[301,301,true,\"opened\",[\"show\"],3,true]":…}
[1,"Eve"]
0 bool(true)
