--TEST--
SeatPush: coroutines: WaitGroup and Barrier wait for many
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\{Barrier, Coroutine, WaitGroup};

Coroutine::run(function () {
    $group = new WaitGroup();
    $done = 0;
    foreach (range(1, 3) as $i) {
        $group->add();
        Coroutine::create(function () use ($group, $i, &$done) {
            Coroutine::sleep($i / 1000);
            $done++;
            $group->done();
        });
    }
    echo json_encode([$group->count(), $group->wait(0.001) && $done < 3, $group->wait(), $done, $group->wait()]), "\n";
    try {
        $group->done();
    } catch (SeatPush\Exception $exception) {
        echo $exception->getMessage(), "\n";
    }

    $barrier = Barrier::make();
    foreach (range(1, 3) as $i) {
        Coroutine::create(function () use ($barrier, $i, &$done) {
            Coroutine::sleep($i / 1000);
            $done++;
        });
    }
    echo json_encode([Barrier::wait($barrier), $done, $barrier]), "\n";
    $barrier = Barrier::make();
    Coroutine::create(function () use ($barrier) {
        Coroutine::sleep(0.02);
    });
    echo json_encode(Barrier::wait($barrier, 0.001)), "\n";
});
?>
--EXPECT--
[3,false,true,3,true]
the count of a WaitGroup cannot become negative: there were more done() than add()
[true,6,null]
false
