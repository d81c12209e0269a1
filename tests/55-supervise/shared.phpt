--TEST--
SeatPush: supervise: a Table, an Atomic and a Lock made before start() are shared by all workers, and outlive them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised(<<<'PHP'
global $table, $atomic, $long, $lock, $own;
$temporary = new SeatPush\Atomic(5);
unset($temporary);
$table = new SeatPush\Table(64);
$table->column('name', SeatPush\Table::TYPE_STRING, 100);
$table->column('n', SeatPush\Table::TYPE_INT);
$table->create();
[$atomic, $long, $lock] = [new SeatPush\Atomic(5), new SeatPush\AtomicLong(PHP_INT_MAX), new SeatPush\Lock()];
if (SeatPush\Server::workerId() === null) {
    $table->set('first', ['name' => 'before start()', 'n' => 1]);
    $lock->lock() && $lock->unlock();
}
$server->on('WorkerStart', function () {
    global $own, $atomic;
    $own = new SeatPush\Atomic();
    $atomic->add();
});
$server->on('BeforeReload', function ($server) {
    global $table, $atomic;
    $table->set('supervisor', ['name' => 'sees ' . implode(', ', array_keys(iterator_to_array($table))) . ' and ' . $atomic->get()]);
});
$server->on('WorkerError', fn ($server, $worker, $pid) => $GLOBALS['table']->set('died', ['n' => $GLOBALS['table']->get('died', 'n') + 1]));
PHP);

echo $server->ask('[$GLOBALS["table"]->get("first"), $GLOBALS["atomic"]->get(), $GLOBALS["long"]->sub(), $GLOBALS["own"]->add(), $GLOBALS["table"]->set("zero", ["n" => 10])]'), "\n";
echo $server->reload(), ': ', $server->ask('[$GLOBALS["table"]->get("zero", "n"), $GLOBALS["atomic"]->get(), $GLOBALS["long"]->sub(), $GLOBALS["own"]->add(), $GLOBALS["table"]->set("one", ["n" => 11])]'), "\n";
echo 'the supervisor ', json_decode($server->ask('$GLOBALS["table"]->get("supervisor", "name")')), "\n";

echo "-- the worker holds the Lock, and is killed while it writes\n";
$worker = (int) $server->ask('[$GLOBALS["lock"]->lock(), getmypid()][1]');
$server->visitor()->send('(function () { for ($i = 0; ; $i++) $GLOBALS["table"]->set("k" . $i % 20, ["name" => str_repeat("x", $i % 100), "n" => $i]); })()');
$stat = fn () => (int) explode(' ', file_get_contents("/proc/$worker/stat"))[13];
for ($began = $stat(), $end = microtime(true) + BOUND; $stat() < $began + 5 && microtime(true) < $end; usleep(1000));
signal($worker, 9);
echo $server->ask('[$GLOBALS["lock"]->lock(), $GLOBALS["lock"]->unlock(), $GLOBALS["table"]->get("one", "n"), $GLOBALS["table"]->get("died", "n"), $GLOBALS["atomic"]->get(), $GLOBALS["long"]->sub()]'), "\n";
echo $server->ask('count($GLOBALS["table"]) === count(array_unique(array_keys(iterator_to_array($GLOBALS["table"]))))'), "\n";
echo preg_replace("/process $worker/", 'process PID', $server->server->log('a Lock was')), $server->stop(), "\n";
?>
--EXPECT--
[{"name":"before start()","n":1},6,9223372036854775806,1,true]
reload: generation 1 serves: [10,7,9223372036854775805,1,true]
the supervisor sees first, zero and 6
-- the worker holds the Lock, and is killed while it writes
[true,true,11,1,8,9223372036854775804]
true
WARNING seatpush (worker 0, generation 1): a Lock was held by process PID, which has ended without unlock(): it is taken over, and what it guards may be half changed
0 bool(true)
