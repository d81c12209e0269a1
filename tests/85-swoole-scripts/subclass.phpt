--TEST--
Swoole scripts: subclasses of the server with push(), on(), set(), start(), close() of their own
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/scripts.inc';

variant('subclass/arrays', function (int $port) {
    $ada = WsClient::connect($port);
    $bob = WsClient::connect($port);
    yield 'Ada' => heard($ada->send('hi'));
    yield 'Bob' => heard($bob);
});
variant('subclass/guarded', function (int $port) {
    $ada = WsClient::connect($port, '/room?x=1');
    yield 'Ada' => heard($ada->send('time')->send('nothing')->send('opcode'));
});
variant('subclass/singleton', function (int $port) {
    $ada = WsClient::connect($port);
    $bob = WsClient::connect($port);
    yield 'Ada' => heard($ada->send('count')) . ', ' . $ada->send('close')->text() . ', ' . $ada->text();
    yield 'Bob' => heard($bob->send('count')) . ', ' . $bob->send('leave')->text();
});
variant('subclass/properties', function (int $port) {
    $ada = WsClient::connect($port);
    yield 'Ada' => $ada->send('where?')->text() === "127.0.0.1:$port, 1 here, 3 workers" ? 'the address, and who is here' : $ada->text();
});
?>
--EXPECT--
subclass/arrays
  Ada: {"hello":"JsonServer"}, {"said":"hi","pushed":2}
  Bob: {"hello":"JsonServer"}, {"said":"hi","pushed":2}
subclass/guarded
  Ada: app> welcome to /room, app> now, app> error: no route nothing, app> 1
subclass/singleton
  Ada: 2, closing, close 1000
  Bob: 1, close 1000 [left]
subclass/properties
  Ada: the address, and who is here
