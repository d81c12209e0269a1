--TEST--
SeatPush: Client: headers and subprotocols may hold references, as foreach by reference leaves them
--EXTENSIONS--
seatpush
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$url = served(fn ($client) => stream_get_contents($client), "Sec-WebSocket-Protocol: b\r\n");
$names = [' a', 'b '];
foreach ($names as &$name) {
    $name = trim($name);
}
$fields = ['X' => 'y'];
foreach ($fields as &$field);
echo (new SeatPush\Client($url, $fields, $names))->subprotocol, "\n";
$array = ['x'];
echo outcome(fn () => new SeatPush\Client('ws://127.0.0.1:1/', ['X' => &$array])), "\n";
?>
--EXPECT--
b
ValueError: #2 ($headers) must have strings as values (X is an array)
