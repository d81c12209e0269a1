--TEST--
SeatPush: sendMessage(): while the other worker is not there, it returns false
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$code = '$server->on("PipeMessage", fn () => null);';
$server = new Supervised($code, "['worker_num' => 2]");
[[$ada], [$ben]] = $server->spread(2, 1);
$until = function (string $wanted) use ($ada) {
    $send = '(function () use ($server) { try { return $server->sendMessage("x", 1); } catch (Throwable $e) { return $e->getMessage(); } })()';
    for ($end = microtime(true) + BOUND; ($said = $ada->send($send)->text()) !== $wanted && in_array($said, ['true', 'false'], true) && microtime(true) < $end;);
    echo "$said\n";
};
$until('true');
$server->change('exit(3);');    // so that nobody takes its place
signal((int) $ben->send('getmypid()')->text(), 9);
$until('false');
$server->change($code);
$until('true');
echo $server->stop(), "\n";
?>
--EXPECT--
true
false
true
0 bool(true)
