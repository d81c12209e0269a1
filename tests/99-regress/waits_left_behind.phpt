--TEST--
SeatPush: regress: after a fatal error, and in a child that a callback forked, nothing touches the waits that never return
--EXTENSIONS--
seatpush
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('php-cgi');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

// A Task object that lives longer than the stack of the taskwait() that waits for it.
$server = TestServer::run(<<<'PHP'
final class Kept { static $task; }
ini_set('display_errors', '0');
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['task_object' => true]);
$server->on('Message', fn () => 1);
$server->on('Task', function ($server, $task) {
    Kept::$task = $task;
    $server->after(1, function () {
        $child = pcntl_fork();
        if ($child === 0) {
            exit(3);
        }
        pcntl_waitpid($child, $status);
        echo 'the child: ', pcntl_wifexited($status) ? pcntl_wexitstatus($status) : 'killed', ', ';
        trigger_error('of a timer', E_USER_ERROR);
    });
});
$server->on('Start', fn ($server) => $server->taskWaitMulti(['a'], 30));
$server->start();
PHP);
echo $server->stdout(), 'the parent: ', $server->wait(), "\n";

// The next request of the same process wakes whoever waits.
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, <<<'PHP'
<?php
ini_set('display_errors', '0');
(new SeatPush\Atomic())->wakeup(10);
echo 'woken, ';
SeatPush\Coroutine::run(function () {
    SeatPush\Coroutine::create(fn () => (new SeatPush\Atomic())->wait(30));
    trigger_error('of a coroutine', E_USER_ERROR);
});
PHP);
$command = php_command();
$command[0] = 'php-cgi';
$environment = array_intersect_key(getenv(), array_flip(['PATH', 'LD_PRELOAD', 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS', 'USE_ZEND_ALLOC']));
$process = proc_open(['timeout', '30', ...$command, '-q', '-T', '2', $script], [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes, null, $environment);
echo stream_get_contents($pipes[1]), proc_close($process), "\n";
unlink($script);
?>
--EXPECT--
the child: 3, the parent: 255
woken, woken, 255
