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
foreach ([['ping_interval', '25s'], ['ping_interval', '5 min'], ['max_wait_time', '2h'], ['package_max_length', '8M'], ['socket_buffer_size', '2 MiB'], ['total_buffer_size', '1g'], ['slow_callback_ms', '1s'], ['max_conn', '5k'], ['ping_interval', '99999999999999999999d']] as [$name, $value]) {
    try {
        $server->set([$name => $value]);
    } catch (ValueError $e) {
        echo preg_replace('/^.* must have|from \d+ to \d+ /', '', $e->getMessage()), "\n";
    }
}
var_dump($server->setting);
var_dump($server->set(['keepalive_timeout' => '10']), $server->set(['keepalive_timeout' => 10.0]));
?>
--EXPECT--
must have "keepalive_timeout" from 1 to 31536000 s, "0x10" given
must have "keepalive_timeout" from 1 to 31536000 s, "10 seconds" given: write 10
must have "keepalive_timeout" from 1 to 31536000 s, "" given
must have "keepalive_timeout" from 1 to 31536000 s, 1.0e+30 given
must have "keepalive_timeout" from 1 to 31536000 s, -1.0e+30 given
must have "keepalive_timeout" from 1 to 31536000 s, NAN given
must have "keepalive_timeout" from 1 to 31536000 s, INF given
must have "keepalive_timeout" from 1 to 31536000 s, 9223372036854775807 given
must have "keepalive_timeout" from 1 to 31536000 s, stdClass given
must have "keepalive_timeout" from 1 to 31536000 s, array given
must have "keepalive_timeout" from 1 to 31536000 s, 0.5 given
must have "keepalive_timeout" from 1 to 31536000 s, "1e400" given
 "ping_interval" s, "25s" given: write 25
 "ping_interval" s, "5 min" given: write 300
 "max_wait_time" s, "2h" given: write 7200
 "package_max_length" bytes, "8M" given: write 8388608
 "socket_buffer_size" bytes, "2 MiB" given: write 2097152
 "total_buffer_size" bytes, "1g" given: write 1073741824
 "slow_callback_ms" ms, "1s" given: write 1000
 "max_conn" connections, "5k" given
 "ping_interval" s, "99999999999999999999d" given
array(0) {
}
bool(true)
bool(true)
