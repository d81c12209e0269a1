--TEST--
Example seat-push: a purchase refreshes those who look at that merchant; who vanished is pruned (npm ws outside)
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('phpredis', 'redis-server', 'node ws');
?>
--FILE--
<?php
require __DIR__ . '/seat-push.inc';
seat_push_story(EXAMPLES . '/seat-push/server.php', [], 'ws');
?>
--EXPECT--
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
