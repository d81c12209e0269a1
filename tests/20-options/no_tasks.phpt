--TEST--
SeatPush: errors: task(), taskwait(), finish(), addProcess() say what to do instead
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
foreach (['task', 'taskwait', 'finish', 'addProcess'] as $method) {
    try {
        $server->$method('x');
    } catch (SeatPush\Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
there are no task workers: push() does not block, so call it where you called task(); for long work use a queue and a process of its own (docs/from-swoole.md)
there are no task workers: push() does not block, so call it where you called task(); for long work use a queue and a process of its own (docs/from-swoole.md)
there are no task workers, so there is nothing to finish (docs/from-swoole.md)
the server starts no further processes: run yours beside it, and let it tell the server by an HTTP request or through Redis (docs/from-swoole.md)
