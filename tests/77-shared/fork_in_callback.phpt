--TEST--
SeatPush: shared: a child that a callback forked waits by blocking, and what it wakes is not taken by its copies of the parent's waits
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::run(<<<'PHP'
[$lock, $calls, $answers] = [new SeatPush\Lock(), new SeatPush\Atomic(), new SeatPush\Atomic()];
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 0]); // no second thread: ASan's allocator may be left locked in a child that is forked while one allocates
$server->on('Message', fn () => 1);
$server->on('Start', function ($server) use ($lock, $calls, $answers) {
    $called = new SeatPush\Channel(1);
    SeatPush\Coroutine::create(fn () => $called->push($calls->wait(30)));
    $lock->lock();
    $child = pcntl_fork();
    if ($child === 0) {
        echo json_encode([$answers->wait(0.001), $lock->lockwait(0.001), $lock->trylock()]) . "\n";
        $calls->wakeup();
        exit($lock->lock() && $answers->wait(30) ? 3 : 4);
    }
    echo 'the parent is called: ' . json_encode($called->pop()) . "\n";
    $lock->unlock();
    $answers->wakeup();
    while (pcntl_waitpid($child, $status, WNOHANG) === 0) {
        $server->sleep(1);
    }
    echo 'the child ends with ', pcntl_wexitstatus($status), "\n";
    $server->shutdown();
});
$server->start();
PHP);
echo $server->wait(), "\n", $server->stdout();
?>
--EXPECT--
0
[false,false,false]
the parent is called: true
the child ends with 3
