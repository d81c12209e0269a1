--TEST--
SeatPush: coroutines: sleep(), join(), cancel(), contexts
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\Coroutine;

Coroutine::run(function () {
    $ids = [];
    foreach ([30, 10, 20] as $ms) {
        $ids[] = Coroutine::create(function () use ($ms) {
            Coroutine::getContext()['ms'] = $ms;
            Coroutine::sleep($ms / 1000);
            echo Coroutine::getContext()['ms'], ' ';
        });
    }
    echo Coroutine::getContext($ids[0])['ms'], ' ', json_encode(Coroutine::getContext(99)), "\n";
    echo json_encode(Coroutine::join($ids)), ' ', json_encode(Coroutine::join($ids)), "\n";
    $sleeper = Coroutine::create(function () {
        echo json_encode([Coroutine::sleep(60), Coroutine::isCanceled()]), "\n";
        echo json_encode([Coroutine::sleep(0.001), Coroutine::isCanceled()]), "\n";
    });
    echo json_encode([Coroutine::cancel($sleeper), Coroutine::cancel(99), Coroutine::cancel(Coroutine::getCid())]), "\n";
    $other = Coroutine::create(fn () => Coroutine::sleep(60));
    echo json_encode(Coroutine::join([$other, Coroutine::getCid()], 0.001)), "\n";
    Coroutine::cancel($other);
    try {
        Coroutine::sleep(0);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
});
?>
--EXPECT--
30 null
10 20 30 true false
[false,true]
[true,false,false]
[true,false]
false
SeatPush\Coroutine::sleep(): Argument #1 ($seconds) must be at least 0.001 seconds, and at most a year
