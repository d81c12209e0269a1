--TEST--
SeatPush: coroutines: max_coroutine, and where none can be started or wait
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\{Channel, Coroutine};

function attempt(Closure $what): void
{
    try {
        $what();
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

Coroutine::set(['max_coroutine' => 3]);
Coroutine::run(function () {
    Coroutine::create(fn () => Coroutine::sleep(0.001));
    Coroutine::create(fn () => Coroutine::sleep(0.001));
    attempt(fn () => Coroutine::create(fn () => 1));
    attempt(fn () => Coroutine::run(fn () => 1));
});
attempt(fn () => Coroutine::set(['max_coroutine' => 0]));
attempt(fn () => (new Channel())->pop());
attempt(fn () => Coroutine::sleep(1));
attempt(fn () => Coroutine::defer(fn () => 1));
echo json_encode((new Channel())->push('room')), "\n";
attempt(fn () => clone new Channel());
attempt(fn () => serialize(new Channel()));
?>
--EXPECT--
SeatPush\Exception: there are 3 coroutines already, as many as max_coroutine allows: let some end first, or raise it
SeatPush\Exception: run() turns the loop, which something else does already: start a coroutine with create()
ValueError: SeatPush\Coroutine::set(): Argument #1 ($options) must have a max_coroutine of at least 1
SeatPush\Exception: Channel::pop() can wait only in a callback of a running server, or in Coroutine::run()
SeatPush\Exception: Coroutine::sleep() can wait only in a callback of a running server, or in Coroutine::run()
SeatPush\Exception: defer() has no coroutine here that could end
true
Error: Trying to clone an uncloneable object of class SeatPush\Channel
Exception: Serialization of 'SeatPush\Channel' is not allowed
