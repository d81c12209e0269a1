--TEST--
SeatPush: errors: unknown events, with the nearest name; events that are never raised here
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
$port = $server->listen('127.0.0.1', 0);
foreach ([fn () => $server->on('Mesage', 'strlen'), fn () => $server->on('zzzzzzzz', 'strlen'), fn () => $server->on('Receive', 'strlen'), fn () => $port->on('Start', 'strlen'), fn () => $server->on('Message', 'no_such_function')] as $try) {
    try {
        $try();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
var_dump($server->on('MESSAGE', 'strlen'), $server->getCallback('message'), $server->getCallback('Open'), $port->getCallback('Message'));
$try = $e = $server = null;    // that start() is not called is no mistake here
?>
--EXPECT--
ValueError: SeatPush\Server::on(): Argument #1 ($event_name) must be an event; there is none called "Mesage"; did you mean "Message"?
ValueError: SeatPush\Server::on(): Argument #1 ($event_name) must be an event; there is none called "zzzzzzzz"
ValueError: SeatPush\Server::on(): Argument #1 ($event_name) must be an event that this server has: Receive is not one, since raw TCP is not served; use Message (WebSocket) or Request (HTTP)
ValueError: SeatPush\Port::on(): Argument #1 ($event_name) must be an event of a connection; Start belongs to the whole server: register it there
TypeError: SeatPush\Server::on(): Argument #2 ($callback) must be a valid callback, function "no_such_function" not found or invalid function name
bool(true)
string(6) "strlen"
NULL
NULL
