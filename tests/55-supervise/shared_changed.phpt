--TEST--
SeatPush: supervise: a script that makes other Tables, Atomics and Locks before start() needs a restart; until then the generation before serves
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

const TABLE = '$table = new SeatPush\Table(ROWS); $table->column("name", SeatPush\Table::TYPE_STRING, SIZE); MORE $table->create();';

function script(int $rows = 64, int $size = 32, string $type = 'INT', string $then = '$atomic = new SeatPush\Atomic(); $lock = new SeatPush\Lock();'): string
{
    $column = $type === '' ? '' : "\$table->column('count', SeatPush\\Table::TYPE_$type);";
    return 'global $table, $atomic, $lock;' . strtr(TABLE, ['ROWS' => $rows, 'SIZE' => $size, 'MORE' => $column]) . $then;
}

$server = new Supervised(script(), ini: ['display_errors' => '0']);
$server->ask('$GLOBALS["table"]->set("ada", ["count" => 7])');
foreach ([
    'rows' => script(rows: 5000),
    'a longer string' => script(size: 64),
    'another type' => script(type: 'FLOAT'),
    'a column less' => script(type: ''),
    'another kind' => script(then: '$atomic = new SeatPush\AtomicLong();'),
    'another order' => script(then: '$lock = new SeatPush\Lock(); $atomic = new SeatPush\Atomic();'),
    'more' => script() . '$more = new SeatPush\Lock();',
    'more, and it is caught' => script() . 'try { $more = new SeatPush\Lock(); } catch (SeatPush\Exception) {}',
    'fewer' => script(then: '$atomic = new SeatPush\Atomic();'),
] as $what => $code) {
    $server->change($code);
    echo "$what: ", str_replace('reload failed, and the generation before serves on: the new worker did not start: ', '', $server->reload()), "\n";
}
echo $server->ask('[SeatPush\Server::generation(), $GLOBALS["table"]->get("ada", "count")]'), "\n";

$server->change(script(rows: 1000) . '$table->set("bob", ["count" => 8]);');
echo $server->reload(), ': ', $server->ask('[$GLOBALS["table"]->get("ada", "count"), $GLOBALS["table"]->get("bob", "count")]'), "\n";
echo $server->stop(), "\n";

echo "-- a first worker, and too many\n";
foreach (['if (SeatPush\Server::workerId() !== null) $table = new SeatPush\Lock();', '$all = []; for ($i = 0; $i < 4097; $i++) $all[] = new SeatPush\Lock();'] as $code) {
    $run = TestServer::run("ini_set('display_errors', '0'); \$server = new SeatPush\Server('127.0.0.1', 0); \$server->set(['supervise' => true]); \$server->on('Message', fn () => 1);
        $code
        try { \$server->start(); } catch (SeatPush\Exception \$e) { echo \$e->getMessage(); }");
    echo $run->wait(), ' ', $run->stdout(), "\n";
}
?>
--EXPECT--
rows: of the Tables, Atomics and Locks made before start(), number 1 is now "Table of 8192 rows: name string 32, count int", and was "Table of 1024 rows: name string 32, count int" when the server was started: restart it
a longer string: of the Tables, Atomics and Locks made before start(), number 1 is now "Table of 1024 rows: name string 64, count int", and was "Table of 1024 rows: name string 32, count int" when the server was started: restart it
another type: of the Tables, Atomics and Locks made before start(), number 1 is now "Table of 1024 rows: name string 32, count float", and was "Table of 1024 rows: name string 32, count int" when the server was started: restart it
a column less: of the Tables, Atomics and Locks made before start(), number 1 is now "Table of 1024 rows: name string 32", and was "Table of 1024 rows: name string 32, count int" when the server was started: restart it
another kind: of the Tables, Atomics and Locks made before start(), number 2 is now "AtomicLong", and was "Atomic" when the server was started: restart it
another order: of the Tables, Atomics and Locks made before start(), number 2 is now "Lock", and was "Atomic" when the server was started: restart it
more: the script makes more Tables, Atomics and Locks before start() than when the server was started (3): restart it, or make them in WorkerStart if each process is to have its own
more, and it is caught: the script makes more Tables, Atomics and Locks before start() than when the server was started (3): restart it, or make them in WorkerStart if each process is to have its own
fewer: the script makes 2 Tables, Atomics and Locks before start(), and made 3 when the server was started: restart it
[0,7]
reload: generation 10 serves: [7,8]
0 bool(true)
-- a first worker, and too many
0 the worker did not start: the script makes more Tables, Atomics and Locks before start() than when the server was started (0): restart it, or make them in WorkerStart if each process is to have its own
0 the script makes more than 4096 Tables, Atomics and Locks before start(): make those that each process is to have for itself in WorkerStart
