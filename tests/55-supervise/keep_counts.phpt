--TEST--
SeatPush: reload_mode: 'keep': publish() and subscriberCount() count the connections of both workers
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

const COUNTS = '[$server->subscriberCount("show"), $server->publish("show", "news"), $server->publish("show", "news", 1, $frame->fd)]';

function until(string $expected, callable $said): string
{
    for ($end = microtime(true) + BOUND; ($is = $said()) !== $expected && microtime(true) < $end; usleep(2000)) {
    }
    return $is;
}

$next = tempnam(sys_get_temp_dir(), 'seatpush-');
$code = "\$server->on('WorkerStart', fn () => file_put_contents('$next', getmypid()));";
$server = new Supervised($code . "\$server->on('WorkerExit', fn () => exec('kill -STOP ' . file_get_contents('$next')));", "['reload_mode' => 'keep', 'max_wait_time' => 30]");
$subscriber = function () use ($server): WsClient {
    $visitor = $server->visitor();
    $visitor->send('$server->subscribe($frame->fd, "show")')->text();
    return $visitor;
};
[$ada, $bob, $eve] = [$subscriber(), $subscriber(), $subscriber()];
$fd = $ada->send('$frame->fd')->text();
$before = $server->ask('getmypid()');
echo 'one worker: ', $server->ask(COUNTS), "\n";

/* Bob's callback keeps him in the worker before. The new worker stands still while the others are on their way. */
$server->change($code);
$bob->send("(function () use (\$server, \$frame) {
    while (\$server->getClientInfo($fd) !== false) { \$server->sleep(2); }
    \$said = [" . COUNTS . "];
    exec('kill -CONT ' . file_get_contents('$next'));
    for (\$end = time() + " . BOUND . "; (\$now = " . COUNTS . ") !== [3, 3, 2] && time() < \$end;) { \$server->sleep(2); }
    \$server->push(\$frame->fd, json_encode([...\$said, \$now]));
    while (\$server->state(\$frame->fd) === '') { \$server->sleep(2); }
})()");
$server->reload();
while (($text = $bob->text()) === 'news') {
}
echo 'in the one before, while others are on their way, and then: ', $text, "\n";
echo 'in the new one: ', until('[3,3,3]', fn () => $server->ask(COUNTS)), ' in generation ', $server->ask('SeatPush\Server::generation()'), "\n";
$eve->close();
echo 'Eve goes: ', until('[2,2,2]', fn () => $server->ask(COUNTS)), "\n";
signal((int) $before, 9);
echo 'the one before is killed, and Bob with it: ', until('[1,1,1]', fn () => $server->ask(COUNTS)), "\n";
echo $server->stop(), "\n";
unlink($next);
?>
--EXPECT--
one worker: [3,3,3]
in the one before, while others are on their way, and then: [[3,3,2],[3,3,2]]
in the new one: [3,3,3] in generation 1
Eve goes: [2,2,2]
the one before is killed, and Bob with it: [1,1,1]
0 bool(true)
