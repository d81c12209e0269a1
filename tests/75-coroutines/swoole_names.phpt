--TEST--
SeatPush: coroutines: Swoole's names of them
--EXTENSIONS--
seatpush
--INI--
seatpush.swoole_aliases=1
--FILE--
<?php
use Swoole\Coroutine;
use Swoole\Coroutine\{Barrier, Channel, System, WaitGroup};
use function Swoole\Coroutine\{go, run};

Coroutine::set(['hook_flags' => SWOOLE_HOOK_ALL]);
run(function () {
    $channel = new chan(1);
    go(fn () => $channel->push('go'));
    \go(fn () => Co::sleep(0.001) && $channel->push('short names'));
    echo $channel->pop(), ', ', $channel->pop(), "\n";
    $group = new WaitGroup();
    $group->add(2);
    foreach ([1, 2] as $i) {
        Coroutine::create(function () use ($group) {
            defer($group->done(...));
            System::sleep(0.001);
        });
    }
    echo json_encode($group->wait()), "\n";
    $barrier = Barrier::make();
    go(function () use ($barrier) {
        Co::sleep(0.001);
        echo "barrier\n";
    });
    Barrier::wait($barrier);
    echo get_class(Coroutine::list()), ' ', Coroutine::getuid(), "\n";
});
Co\run(fn () => print(json_encode([Coroutine::getPcid(), (new Channel(3))->capacity]) . "\n"));
go(function () {
    Co::sleep(0.001);
    echo "after the script\n";
});
Swoole\Event::wait();
echo "its last line\n";
?>
--EXPECT--
go, short names
true
barrier
ArrayIterator 1
[-1,3]
its last line
after the script
