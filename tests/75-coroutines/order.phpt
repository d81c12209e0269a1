--TEST--
SeatPush: coroutines: create() runs until the first wait; yield(), resume(), defer(), ids
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\Coroutine;

echo Coroutine::getCid(), ' ', json_encode(Coroutine::getPcid()), "\n";
Coroutine::run(function () {
    echo Coroutine::getCid(), " begins\n";
    $cid = Coroutine::create(function (string ...$args) {
        echo '  ', Coroutine::getCid(), ' of ', Coroutine::getPcid(), ' with ', implode(' ', $args), "\n";
        Coroutine::defer(fn () => print("  deferred first\n"));
        Coroutine::defer(fn () => print("  deferred last\n"));
        $resumed = Coroutine::yield();
        echo '  yield: ', json_encode($resumed), "\n";
    }, 'a', 'b');
    echo "created $cid\n";
    echo json_encode([Coroutine::exists($cid), Coroutine::resume($cid), Coroutine::exists($cid), Coroutine::resume($cid)]), "\n";
    echo json_encode([...Coroutine::list()]), ' ', Coroutine::stats()['coroutine_last_cid'], "\n";
});
echo "after run()\n";
?>
--EXPECT--
-1 false
1 begins
  2 of 1 with a b
created 2
  yield: true
  deferred last
  deferred first
[true,true,false,false]
[1] 2
after run()
