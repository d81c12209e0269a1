--TEST--
Swoole scripts: coroutines in callbacks, channels, groups, barriers
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/scripts.inc';

variant('coroutine/requests', function (int $port) {
    yield 'request' => ask($port);
    $ada = WsClient::connect($port)->send('x');
    yield 'Ada' => $ada->text() . ' ' . $ada->text();
});
variant('coroutine/writer', function (int $port) {
    $ada = WsClient::connect($port);
    $bob = WsClient::connect($port);
    yield 'Ada' => $ada->text() . ', ' . $ada->text() . ', ' . $ada->send('hi')->text();
    yield 'Bob' => $bob->text() . ', ' . $bob->text();
    $bob->close()->rest();
    yield 'Ada' => $ada->text();
});
variant('coroutine/barrier', function (int $port) {
    $ada = WsClient::connect($port)->send('ada');
    for ($i = 0; $i < 6; $i++) {
        yield 'Ada' => $ada->text();
    }
});
?>
--EXPECT--
coroutine/requests
  request: {"quick":0.001,"slow":0.02}
  Ada: [[0,true,true],[1,true,true],[2,true,true]] [false,true,true,{"consumer_num":0,"producer_num":0,"queue_num":0}]
coroutine/writer
  Ada: 1 are here, 2 are here, hi
  Bob: 2 are here, hi
  Ada: one has left, 1 remain
coroutine/barrier
  Ada: ada waited for 4
  Ada: resumed
  Ada: cancelled
  Ada: [false,false]
  Ada: from a shell, 0
  Ada: read
