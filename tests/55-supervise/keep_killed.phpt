--TEST--
SeatPush: reload_mode: 'keep': connections that were on their way when their worker was killed are gone for all
--EXTENSIONS--
seatpush
--SKIPIF--
<?php is_dir('/proc/self') || die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/supervised.inc';

function wait_until(callable $condition, string $what): void
{
    for ($end = microtime(true) + BOUND; !$condition(); usleep(2000)) {
        microtime(true) < $end || throw new Exception("not in time: $what");
    }
}

$server = new Supervised('$server->on("WorkerExit", fn () => fwrite(STDOUT, getmypid() . " moves\n"));', "['reload_mode' => 'keep']");
$visitors = array_map(fn () => $server->visitor(), range(1, 5));
$before = (int) $visitors[0]->send('getmypid()')->text();

/* The new worker stands still, and the one before is killed when it has sent all of them and waits. */
signal($before, SIGSTOP);
$server->reload();
wait_until(fn () => preg_match('/generation 1\): .* process (\d+)/', $server->log(), $GLOBALS['found']) === 1, 'the new one is there');
signal((int) $found[1], SIGSTOP);
signal($before, SIGCONT);
wait_until(fn () => str_contains($server->server->stdout(), "$before moves"), 'they move');
wait_until(fn () => preg_match('/\) S /', file_get_contents("/proc/$before/stat")) === 1, 'it waits');
signal($before, SIGKILL);
wait_until(fn () => str_contains($server->log(), 'retired, but not in order'), 'its end is noticed');
signal((int) $found[1], SIGCONT);

$ask = fn () => $server->ask('[count($server->connections), $server->stats()["connection_num"]]');
wait_until(fn () => $ask() === '[1,1]', 'both counts are right');
echo $ask(), "\n";
echo implode(', ', array_map(fn ($visitor) => $visitor->rest() === '' ? 'closed' : 'told something', $visitors)), "\n";
echo preg_match_all('/is closed, since it could not move: (.*)/', $server->log(), $said), ': ', $said[1][0], "\n";
echo preg_replace('/\d+ moves\n/', '', $server->stop()), "\n";
?>
--EXPECT--
[1,1]
closed, closed, closed, closed, closed
1: the process before ended, and no other one knows it any more; there may be more
0 bool(true)
