--TEST--
SeatPush: errors: a port in use
--EXTENSIONS--
seatpush
--FILE--
<?php
$first = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($first, false), ':'), 1);
try {
    new SeatPush\Server('127.0.0.1', $port);
} catch (SeatPush\Exception $e) {
    echo str_replace((string) $port, 'PORT', $e->getMessage()), "\n";
}
$server = new SeatPush\Server('127.0.0.1', 0);
var_dump($server->port > 0);
?>
--EXPECT--
cannot listen on 127.0.0.1:PORT: the port is in use; choose another one, or find who has it with: ss -ltnp 'sport = :PORT'
bool(true)
