--TEST--
SeatPush: worker_timeout: a worker whose callback never ends is killed, and another one serves
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('', "['worker_timeout' => 1]");
$ada = $server->visitor()->send('(function () { while (true); })()');
echo $ada->text(), ', then ', $server->ask('"here"'), "\n";
echo preg_replace('/.*\(supervisor\): |(?<=process )\d+/', '', $server->server->log('another one is started')), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
end, then "here"
worker 0 (process ) ended, and all of its connections with it: its loop did not turn for 1 s (worker_timeout), so it was killed; if a callback is why, the log names it before this line; another one is started

0 bool(true)
