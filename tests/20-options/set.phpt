--TEST--
SeatPush: options: unknown, refused, out of range, of the wrong type; a set() with an error changes nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
$port = $server->listen('127.0.0.1', 0);
foreach ([['max_con' => 1], ['quite_something_else' => 1], ['cors' => '*'], ['cors_origin' => '*'], ['heartbeat' => 5], [5 => 1], ['ssl_capath' => '/x'], ['task_worker_num' => -1], ['user' => 'www-data'], ['max_wait_time' => 0], ['max_conn' => 'many'], ['pid_file' => []], ['log_level' => 2, 'node_id' => 256], ['reload_mode' => 'Keep'], ['reload_mode' => true], ['reload_mode' => []]] as $options) {
    try {
        $server->set($options);
    } catch (ValueError $e) {
        echo substr($e->getMessage(), strlen('SeatPush\Server::set(): Argument #1 ($settings) ')), "\n";
    }
}
try {
    $port->set(['pid_file' => '/x']);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
var_dump($server->setting);
var_dump($server->set(['dispatch_mode' => 7, 'task_worker_num' => 0, 'ssl_capath' => '', 'max_conn' => '100']), $server->set(['log_level' => 4]));
echo json_encode($server->setting), "\n";
?>
--EXPECT--
must hold known options; there is none called "max_con"; did you mean "max_conn"?
must hold known options; there is none called "quite_something_else"
must hold known options; there is none called "cors"; did you mean "allowed_origins"?
must hold known options; there is none called "cors_origin"; did you mean "allowed_origins"?
must hold known options; there is none called "heartbeat"; did you mean "ping_interval"?
must hold known options; there is none called "(a number)"
must not have "ssl_capath": ssl_client_cert_file is the file for the certificates of clients
must have "task_worker_num" from 0 to 10000 processes, -1 given
must not have "user": start the process as that user instead, for example with User= in a systemd unit
must have "max_wait_time" from 1 to 3600 s, 0 given
must have "max_conn" from 0 to 4294967295 connections, "many" given
must have "pid_file" as a string, array given
must have "node_id" from 0 to 255, 256 given
must have "reload_mode" as "reconnect" or "keep", "Keep" given
must have "reload_mode" as "reconnect" or "keep", bool given
must have "reload_mode" as "reconnect" or "keep", array given
SeatPush\Port::set(): Argument #1 ($settings) must hold options of a port; "pid_file" belongs to the whole server: set it there
array(0) {
}
bool(true)
bool(true)
{"dispatch_mode":7,"task_worker_num":0,"ssl_capath":"","max_conn":"100","log_level":4}
