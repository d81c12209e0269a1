--TEST--
SeatPush: coroutines: a channel hands values on in order, waits when full or empty, and closes
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\{Channel, Coroutine};

Coroutine::run(function () {
    $channel = new Channel(2);
    Coroutine::create(function () use ($channel) {
        for ($i = 0; $i < 4; $i++) {
            echo "push $i\n";
            $channel->push($i);
        }
        echo json_encode([$channel->isFull(), $channel->length(), $channel->stats()]), "\n";
        $channel->close();
        echo json_encode([$channel->push('late'), $channel->errCode === Channel::ERROR_CLOSED, $channel->close()]), "\n";
    });
    while (($value = $channel->pop()) !== false) {
        echo "pop $value\n";
    }
    echo json_encode([$channel->isEmpty(), $channel->errCode === Channel::ERROR_CLOSED]), "\n";

    $channel = new Channel();
    echo json_encode([$channel->capacity, $channel->pop(0.001), $channel->errCode === Channel::ERROR_TIMEOUT]), "\n";
    $channel->push('full');
    echo json_encode([$channel->push('more', 0.001), $channel->errCode === Channel::ERROR_TIMEOUT]), "\n";
    $waits = Coroutine::create(function () use ($channel) {
        $channel->push('more');
        echo json_encode($channel->errCode === Channel::ERROR_CANCELED), "\n";
    });
    Coroutine::cancel($waits);

    $channel = new Channel();
    foreach ([1, 2] as $consumer) {
        Coroutine::create(fn () => print("consumer $consumer has {$channel->pop()}\n"));
    }
    $channel->push('a');
    $channel->push('b');
    echo "pushed\n";
});
?>
--EXPECT--
push 0
push 1
push 2
push 3
pop 0
[true,2,{"consumer_num":0,"producer_num":0,"queue_num":2}]
[false,true,false]
pop 1
pop 2
pop 3
[true,true]
[1,false,true]
[false,true]
true
consumer 1 has a
consumer 2 has b
pushed
