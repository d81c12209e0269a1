--TEST--
SeatPush: shared: a Table's rows, columns, walks and errors
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\Table;

function says(callable $do): void
{
    try {
        echo json_encode($do()), "\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

ini_set('precision', 14);
$table = new Table(1000);
$table->column('fd', Table::TYPE_INT);
$table->column('name', Table::TYPE_STRING, 5);
$table->column('paid', Table::TYPE_FLOAT, 4);
echo "before create(): ", json_encode([$table->size, $table->memorySize, $table->stats()]), "\n";
says(fn () => $table->get('ada'));
says(fn () => [$table->create(), $table->getSize(), $table->getMemorySize() === $table->memorySize && $table->memorySize > 1024 * 32]);

echo "-- rows\n";
says(fn () => [$table->get('ada'), $table->get('ada', 'fd'), $table->exists('ada'), $table->del('ada'), count($table)]);
says(fn () => [$table->set('ada', ['fd' => '7', 'name' => 12, 'paid' => true]), $table->get('ada')]);
says(fn () => [$table->set('ada', ['name' => null]), $table->get('ada')]);
says(fn () => [$table->set('', []), $table->get(''), count($table), $table->delete(''), $table->exist('')]);
says(fn () => [$table->set("a\0b", ['fd' => 1]), $table->get('a'), $table->get("a\0b", 'fd'), $table->del("a\0b")]);
$table->set('ada', ['fd' => PHP_INT_MAX, 'name' => "a\0b", 'paid' => -1.5]);
echo json_encode([$table->get('ada', 'fd') === PHP_INT_MAX, $table->get('ada', 'name') === "a\0b", $table->get('ada', 'paid')]), "\n";
$table->set('ada', ['name' => 'abcdefgh']);
echo 'cut: ', $table->get('ada', 'name'), "\n";

echo "-- numbers\n";
says(fn () => [$table->incr('bob', 'fd'), $table->incr('bob', 'fd', 5), $table->decr('bob', 'fd', 2), $table->decr('bob', 'paid', 0.5), $table->incr('bob', 'fd', 1.9)]);
says(fn () => [$table->incr('ada', 'fd') === PHP_INT_MIN, $table->decr('ada', 'fd') === PHP_INT_MAX]);

echo "-- as a list and as an array\n";
foreach ($table as $key => $row) {
    foreach ($table as $other => $_) {
        echo "$key beside $other, ";
    }
    $table->del($key);
}
echo count($table), "\n";
foreach (['x', 'y', 'z'] as $i => $key) {
    $table[$key] = ['fd' => $i];
}
for ($table->rewind(); $table->valid(); $table->next()) {
    echo $table->key(), json_encode($table->current()), ' ';
}
echo json_encode([$table->key(), $table->current(), isset($table['x'], $table['y']['fd']), isset($table['w']), $table['w'] ?? 'none', $table['z']['fd']]), "\n";
$table->rewind();
unset($table['y']);
echo json_encode([$table->current(), $table->valid(), $table->key(), count($table), $table[3] ?? null]), "\n";

echo "-- full\n";
for ($i = 0; $table->set("k$i", ['fd' => $i]); $i++);
echo $i, ' more rows, then set() is false, ', json_encode([$table->incr('other', 'fd'), $table->set('z', ['fd' => 70]), $table->get('z', 'fd')]), "\n";
says(function () use ($table) { $table['other'] = []; });
says(fn () => [$table->del('k5'), $table->set('other', ['fd' => 9]), $table->get('other', 'fd'), $table->stats()]);
says(fn () => [$table->destroy(), $table->memorySize, $table->create(), count($table), $table->get('other')]);

echo "-- misuse\n";
class Destroys
{
    function __construct(private bool $makesAgain) {}

    function __toString(): string
    {
        $GLOBALS['table']->destroy();
        if ($this->makesAgain) {
            $GLOBALS['table']->column('more', Table::TYPE_STRING, 1 << 16);
            $GLOBALS['table']->create();
        }
        return 'x';
    }
}
foreach ([
    fn () => new Table(0),
    fn () => new Table(1 << 31),
    fn () => (new Table(1))->create(),
    fn () => (new Table(1))->column('', 1),
    fn () => (new Table(1))->column('a', 7),
    fn () => (new Table(1))->column('a', Table::TYPE_STRING),
    function () { $t = new Table(1); $t->column('a', 1); $t->column('a', 2); },
    function () { $t = new Table(1); for ($i = 0; $i <= 128; $i++) { $t->column("c$i", 1); } },
    function () { $t = new Table(1 << 30); for ($i = 0; $i < 128; $i++) { $t->column("c$i", 3, 16 << 20); } $t->create(); },
    fn () => $table->column('late', 1),
    fn () => $table->create(),
    fn () => $table->__construct(8),
    fn () => $table->set('a', ['fdd' => 1]),
    fn () => $table->set('a', [1]),
    fn () => $table->set('a', ['fd' => 1, 'name' => []]),
    fn () => $table->get('a', 'fdd'),
    fn () => $table->incr('a', 'name'),
    fn () => $table->set(str_repeat('k', 128), []),
    fn () => $table->get(str_repeat('k', 128)),
    fn () => [$table->set(str_repeat('k', 127), ['fd' => 3]), $table->get(str_repeat('k', 127), 'fd'), $table->get('a')],
    fn () => clone $table,
    fn () => serialize($table),
    fn () => (new ReflectionClass(Table::class))->newInstanceWithoutConstructor()->create(),
    fn () => (new ReflectionClass(Table::class))->newInstanceWithoutConstructor()->column('a', 1),
    fn () => $table->set('a', ['name' => new Destroys(true), 'more' => str_repeat('x', 1 << 16)]),
    fn () => $table->set('a', ['name' => new Destroys(false)]),
    fn () => [$table->key(), $table->current(), $table->stats(), iterator_to_array($table)],
] as $do) {
    says($do);
}
?>
--EXPECTF--
before create(): [1024,0,false]
SeatPush\Exception: the Table has no rows yet: call create() after column()
[true,1024,true]
-- rows
[false,false,false,false,0]
[true,{"fd":7,"name":"12","paid":1}]
[true,{"fd":7,"name":"","paid":1}]
[true,{"fd":0,"name":"","paid":0},2,true,false]
[true,false,1,true]
[true,true,-1.5]
[%s] WARNING seatpush: Table::set() (%s:30): a value lost its last 3 bytes, since the column "name" holds 5: make the column larger
cut: abcde
-- numbers
[1,6,4,-0.5,5]
[true,true]
-- as a list and as an array
ada beside ada, ada beside bob, bob beside bob, 0
y{"fd":1,"name":"","paid":0} x{"fd":0,"name":"","paid":0} z{"fd":2,"name":"","paid":0} [null,false,true,false,"none",2]
[false,true,"x",2,null]
-- full
[%s] WARNING seatpush: a Table (%s:57) is full: all of its 1024 rows are in use, and set() of another key is false; make it larger, or del() rows
1022 more rows, then set() is false, [false,true,70]
SeatPush\Exception: the Table is full: make it larger, or del() rows
[true,true,9,{"num":1024,"insert_count":1030,"update_count":10,"delete_count":6,"available_slice_num":0,"total_slice_num":1024}]
[true,0,true,0,false]
-- misuse
ValueError: SeatPush\Table::__construct(): Argument #1 ($table_size) must be from 1 to 1073741824 rows
ValueError: SeatPush\Table::__construct(): Argument #1 ($table_size) must be from 1 to 1073741824 rows
SeatPush\Exception: the Table has no columns yet: call column() before create()
ValueError: SeatPush\Table::column(): Argument #1 ($name) must have 1 to 63 bytes
ValueError: SeatPush\Table::column(): Argument #2 ($type) must be Table::TYPE_INT, Table::TYPE_FLOAT or Table::TYPE_STRING
ValueError: SeatPush\Table::column(): Argument #3 ($size) must be from 1 to 16777216 for a string: the most bytes that it may have
ValueError: SeatPush\Table::column(): Argument #1 ($name) is a column already
ValueError: SeatPush\Table::column(): Argument #1 ($name) is one too many: a Table has at most 128 columns
SeatPush\Exception: a Table of 1073741824 rows of 2147484672 bytes cannot be had: no shared memory: Cannot allocate memory; make it smaller
SeatPush\Exception: the Table has been created already: call column() before create()
SeatPush\Exception: the Table has been created already
SeatPush\Exception: the Table has been created already
ValueError: SeatPush\Table::set(): Argument #2 ($value) names the column "fdd", which the table does not have; it has: fd, name, paid
ValueError: SeatPush\Table::set(): Argument #2 ($value) names the column "0", which the table does not have; it has: fd, name, paid
TypeError: A Table holds no arrays: store json_encode($value) in a string column
ValueError: SeatPush\Table::get(): Argument #2 ($field) names the column "fdd", which the table does not have; it has: fd, name, paid
ValueError: SeatPush\Table::incr(): Argument #2 ($column) names a column of text; only numbers can be added to
ValueError: SeatPush\Table::set(): Argument #1 ($key) has 128 bytes, and a key at most 127: use md5($key), for example
false
[true,3,false]
Error: Trying to clone an uncloneable object of class SeatPush\Table
Exception: Serialization of 'SeatPush\Table' is not allowed
SeatPush\Exception: the constructor of the Table has not run
SeatPush\Exception: the constructor of the Table has not run
SeatPush\Exception: the Table was destroyed while set() converted a value: do not call destroy() in __toString()
SeatPush\Exception: the Table was destroyed while set() converted a value: do not call destroy() in __toString()
SeatPush\Exception: the Table has no rows yet: call create() after column()
