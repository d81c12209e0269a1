--TEST--
SeatPush: coroutines: those that wait for each other are logged with their stacks, and ended
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$script = <<<'PHP'
<?php
use SeatPush\{Channel, Coroutine};
function waits(Channel $channel) {
    try {
        $channel->pop();
    } finally {
        echo "ended\n";
    }
}
Coroutine::run(function () {
    Coroutine::create(fn () => waits(new Channel()));
    waits(new Channel());
});
echo "the script goes on\n";
PHP;
$file = tempnam(sys_get_temp_dir(), 'seatpush-');
file_put_contents($file, $script);
$output = output_of([...php_command(), $file]);
unlink($file);
echo preg_replace('/^\[.*?\] /m', '', str_replace($file, 'FILE', $output));
?>
--EXPECT--
ERROR seatpush: deadlock: 2 coroutines wait for each other, and nothing is left that could wake one; they are ended
ERROR seatpush: coroutine 1 waits in pop() at FILE:5 < FILE:12
ERROR seatpush: coroutine 2 waits in pop() at FILE:5 < FILE:11
ended
INFO seatpush: the go callback was ended while it waited: the server is stopping
ended
INFO seatpush: the go callback was ended while it waited: the server is stopping
the script goes on
