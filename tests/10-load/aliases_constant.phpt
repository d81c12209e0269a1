--TEST--
SeatPush: aliases: Swoole\Constant names options and events, even those that are refused
--EXTENSIONS--
seatpush
--INI--
seatpush.swoole_aliases=1
--FILE--
<?php
use Swoole\Constant;

$server = new Swoole\Http\Server('127.0.0.1', 0);
echo json_encode($server->set([Constant::OPTION_WORKER_NUM => 1, Constant::OPTION_MAX_CONN => 100, Constant::OPTION_HTTP_COMPRESSION => false])), "\n";
foreach ([Constant::EVENT_REQUEST, Constant::EVENT_WORKER_START, Constant::EVENT_BEFORE_HANDSHAKE_RESPONSE, Constant::EVENT_TASK, Constant::EVENT_RECEIVE] as $event) {
    try {
        echo $event, ' ', json_encode($server->on($event, fn () => 1)), "\n";
    } catch (ValueError $e) {
        echo substr($e->getMessage(), 0, 98), "\n";
    }
}
$names = array_keys((new ReflectionClass(Constant::class))->getConstants());
echo implode(' ', preg_grep('/^(OPTION|EVENT)(_[A-Z0-9]+)+$/D', $names, PREG_GREP_INVERT)), count($names) > 150 ? 'all well-formed' : count($names), "\n";
$server = null;    // that start() is not called is no mistake here
?>
--EXPECT--
true
request true
workerStart true
beforeHandshakeResponse true
task true
receive SeatPush\Server::on(): Argument #1 ($event_name) must be an event that this server has: Receive is
all well-formed
