--TEST--
SeatPush: shared: children change the same Table, Atomic and Lock; one that is killed leaves them usable
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
use SeatPush\{Atomic, AtomicLong, Lock, Table};

/** Without ext-posix, which Debian's php has as a file of its own. */
function kill(int $pid): void
{
    exec("kill -9 $pid");
}

const CHILDREN = 4, TIMES = 20000, KILLED = 20;

function child(callable $do): int
{
    $pid = pcntl_fork();
    if ($pid === 0) {
        $do();
        kill(getmypid()); // no destructors, no end of a script
    }
    return $pid;
}

$table = new Table(64);
$table->column('n', Table::TYPE_INT);
$table->column('text', Table::TYPE_STRING, 100);
$table->create();
[$atomic, $long, $lock] = [new Atomic(0), new AtomicLong(PHP_INT_MAX), new Lock()];

$pids = [];
for ($i = 0; $i < CHILDREN; $i++) {
    $pids[] = child(function () use ($i, $table, $atomic, $long, $lock) {
        for ($j = 0; $j < TIMES; $j++) {
            $atomic->add();
            $long->sub(2);
            $table->incr('steps', 'n');
            $lock->lock();
            $table->set('locked', ['n' => ($table->get('locked', 'n') ?: 0) + 1]);
            $lock->unlock();
            $table->set("$i." . $j % 7, ['n' => $j]);
            $table->del("$i." . ($j + 3) % 7);
        }
    });
}
array_walk($pids, fn ($pid) => pcntl_waitpid($pid, $status));
$all = CHILDREN * TIMES;
echo json_encode([$atomic->get() === $all, $long->get() === PHP_INT_MAX - 2 * $all, $table->get('steps', 'n') === $all, $table->get('locked', 'n') === $all]), "\n";

// Killed at any place in set() and del(), also while it holds the table's lock.
foreach ($table as $key => $_) {
    $table->del($key);
}
$broken = 0;
$parent = getmypid();
for ($i = 0; $i < KILLED; $i++) {
    $atomic->set(0);
    $pid = child(function () use ($table, $atomic, $parent) {
        for ($j = 0; $j % 1000 !== 0 || is_dir("/proc/$parent"); $j++) {
            $table->set('k' . $j % 50, ['n' => $j % 50, 'text' => str_repeat('x', $j % 100)]);
            $table->del('k' . ($j + 25) % 50);
            $atomic->add();
        }
    });
    while ($atomic->get() < 1000 + $i);
    kill($pid);
    pcntl_waitpid($pid, $status);
    $keys = array_keys(iterator_to_array($table));
    $broken += count($keys) !== count($table) || count($keys) !== count(array_unique($keys));
    foreach ($keys as $key) {
        $broken += !$table->exists($key);
    }
    $broken += !$table->set("new $i", ['n' => 1]) || !$table->del("new $i");
}
echo "killed at work: $broken broken\n";

// A holder that has ended, whether or not its parent has asked for its status.
$atomic->set(0);
$pid = child(fn () => $lock->lock() && $atomic->wakeup());
echo json_encode([$atomic->wait(60), $lock->lock(), $lock->unlock(), $lock->unlock()]), "\n";
pcntl_waitpid($pid, $status);

// The same for reading, beside one that lives. A child may unlock what its parent has locked.
$atomic->set(0);
$lock->lock_read();
$pid = child(fn () => $lock->lock_read() && $lock->lock_read() && $atomic->wakeup());
echo json_encode([$atomic->wait(60), pcntl_waitpid($pid, $status) === $pid, $lock->trylock()]), ' ';
pcntl_waitpid(child(fn () => $lock->unlock()), $status);
echo json_encode([$lock->trylock(), $lock->unlock(), $lock->unlock()]), "\n";

// A child waits for what the parent does, and the other way round; only the holder may unlock.
$lock->lock();
$pid = child(function () use ($lock, $atomic, $table) {
    $table->set('child', ['text' => json_encode([$lock->trylock(), $lock->errCode === 16, $lock->unlock()])]);
    $atomic->wakeup();
    $lock->lock();
    $table->set('child', ['n' => 1]);
    $lock->unlock();
    $atomic->wakeup();
});
echo json_encode([$atomic->wait(60), $table->get('child'), $lock->unlock(), $atomic->wait(60), $table->get('child', 'n')]), "\n";
pcntl_waitpid($pid, $status);
echo json_encode([$atomic->wait(0.001), $lock->lock(), $lock->lockwait(0.001), $lock->errCode === 110]), "\n";
try {
    $lock->lock();
} catch (SeatPush\Exception $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECTF--
[true,true,true,true]
%Akilled at work: 0 broken
%sWARNING seatpush: a Lock was held by process %d, which has ended without unlock(): it is taken over, and what it guards may be half changed
[true,true,true,false]
%sWARNING seatpush: a Lock was held by process %d, which has ended without unlock(): it is taken over, and what it guards may be half changed
[true,true,false] [true,true,false]
[true,{"n":0,"text":"[false,true,false]"},true,true,1]
[false,true,false,true]
this process holds the Lock already, and nothing else runs in it that could unlock it: unlock it first
