--TEST--
Example seat-push under the aliases, with the old class name in its place (Python websockets outside)
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('phpredis', 'redis-server', 'python websockets');
?>
--FILE--
<?php
require __DIR__ . '/seat-push.inc';

$script = file_get_contents(EXAMPLES . '/seat-push/server.php');
$old = preg_replace('/^(\$server = new )SeatPush\\\\Server\(/m', '$1swoole_websocket_server(', $script, -1, $changed);
echo "$changed line changed\n";
file_put_contents(__DIR__ . '/seat-push-aliases.script.php', $old);
seat_push_story(__DIR__ . '/seat-push-aliases.script.php', ['seatpush.swoole_aliases' => 1], 'websockets');
?>
--CLEAN--
<?php
@unlink(__DIR__ . '/seat-push-aliases.script.php');
?>
--EXPECT--
1 line changed
Three browsers open the page: two on merchant 7, one on merchant 8
  ada sends merchantId_7 and hears []
  bob sends merchantId_7 and hears []
  eve sends merchantId_8 and hears []
  Redis: 2 ids under merchantId_7, 1 under merchantId_8
  each under its own name: true
A purchase at merchant 7
  200 {"data":{"sold":["C4"]}}
  ada hears ["refresh"]
  bob hears ["refresh"]
  eve hears []
The same seat again
  409 {"error":"that seat was just taken"}
A purchase at merchant 8
  200 {"data":{"sold":["C4"]}}
  ada hears []
  bob hears []
  eve hears ["refresh"]
Bob's connection breaks
  Redis has only ada's id
  ada has heard of it: true
One more purchase at merchant 7
  200 {"data":{"sold":["C4","A1"]}}
  ada hears ["refresh"], eve hears []
The server is stopped
  status 0
  ada is told close 1001
  eve is told close 1001
Without it the shop still sells
  200 {"data":{"sold":["C4","A1","A2"]}}
