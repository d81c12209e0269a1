--TEST--
SeatPush: options: each event in the README may be registered on the server, and those of a connection on a port; those that are never raised say why
--EXTENSIONS--
seatpush
--FILE--
<?php
preg_match('/Events: ([\w, ]+)\./', file_get_contents(__DIR__ . '/../../README.md'), $line);
$server = new SeatPush\Server('127.0.0.1', 0);
$port = $server->listen('127.0.0.1', 0);
$of_port = [];
foreach ($events = explode(', ', $line[1]) as $event) {
    $callback = fn () => $event;
    if (!$server->on($event, $callback) || $server->getCallback(strtoupper($event)) !== $callback) {
        echo "$event?\n";
    }
    try {
        $before = $port->getCallback($event);
        $port->on($event, $callback) && $port->getCallback(strtoupper($event)) === $callback && $before === null && $of_port[] = $event;
    } catch (ValueError) {
    }
}
foreach (['ManagerStart', 'managerstop', 'WorkerError', 'BeforeReload', 'AfterReload', 'pipeMessage'] as $event) {
    $server->on($event, fn () => 1) || print("$event?\n");    // accepted, and never raised
}
echo count($events), ', of a port: ', implode(' ', $of_port), "\n";
foreach (['receive', 'Packet'] as $event) {
    try {
        $server->on($event, 'strlen');
    } catch (ValueError $e) {
        echo preg_replace('/^.*has: /', '', $e->getMessage()), "\n";
    }
}
$server = null;    // that start() is not called is no mistake here
?>
--EXPECT--
28, of a port: Open Message Close Disconnect Request Handshake BeforeHandshakeResponse Connect BufferFull BufferEmpty Adopt
Receive is not one, since raw TCP is not served; use Message (WebSocket) or Request (HTTP)
Packet is not one, since UDP is not served; use Message (WebSocket) or Request (HTTP)
