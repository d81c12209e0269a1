--TEST--
SeatPush: options: a value that is not a number within its range is refused, however it is written
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
foreach (['0x10', '10 seconds', '', 1e30, -1e30, NAN, INF, PHP_INT_MAX, new stdClass, [5], 0.5, '1e400'] as $value) {
    try {
        $server->set(['keepalive_timeout' => $value]);
        echo json_encode($value, JSON_PARTIAL_OUTPUT_ON_ERROR), " is taken\n";
    } catch (ValueError $e) {
        echo substr($e->getMessage(), strlen('SeatPush\Server::set(): Argument #1 ($settings) ')), "\n";
    }
    try {
        $server->set(['ping_interval' => $value]);
        echo json_encode($value, JSON_PARTIAL_OUTPUT_ON_ERROR), " is taken for ping_interval\n";
    } catch (ValueError $e) {
    }
}
var_dump($server->setting);
var_dump($server->set(['keepalive_timeout' => '10']), $server->set(['keepalive_timeout' => 10.0]));
?>
--EXPECT--
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
must have "keepalive_timeout" from 1 to 31536000 s
array(0) {
}
bool(true)
bool(true)
