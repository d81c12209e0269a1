--TEST--
Swoole scripts: notification by user, with Table, bind() and phpredis
--SKIPIF--
<?php
require __DIR__ . '/../80-examples/skip.inc';
skip_without('phpredis', 'redis-server');
?>
--FILE--
<?php
require __DIR__ . '/scripts.inc';

variant('notify/table', function (int $port) {
    $ada = WsClient::connect($port, '/?uid=ada');
    $bob = WsClient::connect($port, '/?uid=bob');
    yield 'nobody' => ($nobody = WsClient::connect($port))->text() . ', ' . $nobody->text();
    yield 'Ada' => heard($ada->send('{"to":"bob","msg":"hi"}')->send('{"to":"eve","msg":"hi"}'));
    yield 'Bob' => heard($bob);
    $again = WsClient::connect($port, '/?uid=bob');
    yield 'Bob' => $bob->text() . ', ' . $bob->text();
    $bob->close()->rest();
    yield 'Ada' => heard($ada->send('{"to":"bob","msg":"and now"}'));
    yield 'Bob again' => heard($again);
});
variant('notify/bind', function (int $port) {
    $phone = WsClient::connect($port)->send('{"uid":7}');
    $desk = WsClient::connect($port)->send('{"uid":7}')->send('{"uid":8}');
    yield 'phone' => heard($phone);
    yield 'desk' => heard($desk);
    yield 'request' => ask($port, '/?uid=7&msg=mail');
    yield 'phone' => heard($phone);
    yield 'desk' => heard($desk);
    $phone->close()->rest();
    yield 'request' => ask($port, '/?uid=7&msg=mail') . ask($port, '/?uid=9&msg=mail');
});
variant('notify/frame_status', function (int $port) {
    $clients = array_map(fn ($uid) => WsClient::connect($port, "/?uid=$uid"), ['ada', 'bob', 'eve', 'max']);
    yield 'online' => ask($port);
    $clients[0]->send('bye')->close()->rest();
    $clients[1]->send('close')->close()->rest();
    $clients[2]->close()->rest();
    yield 'online' => ask($port);
});
redis();
variant('notify/redis', function (int $port) {
    $ada = WsClient::connect($port, '/', ['Cookie' => 'uid=ada; lang=en']);
    $bob = WsClient::connect($port, '/', ['X-Uid' => 'bob']);
    yield 'Ada' => heard($ada->send('bob good morning')->send('eve hi'));
    yield 'Bob' => heard($bob);
    yield 'request' => substr(http("http://127.0.0.1:$port/", ['text' => 'all']), 4);
    yield 'Ada' => heard($ada);
    $bob->close()->rest();
    yield 'Ada' => heard($ada->send('bob still there?'));
    yield 'Redis' => redis_cli('HKEYS', 'online:uid');
}, redis: true);
?>
--EXPECT--
notify/table
  nobody: {"code":400,"msg":"uid required"}, close 1000
  Ada: {"code":0,"msg":"hello ada"}, {"code":404,"msg":"eve is not online"}
  Bob: {"code":0,"msg":"hello bob"}, {"from":"ada","msg":"hi"}
  Bob: {"code":409,"msg":"logged in elsewhere"}, close 1000
  Ada: nothing
  Bob again: {"code":0,"msg":"hello bob"}, {"from":"ada","msg":"and now"}
notify/bind
  phone: login please, uid 7 from 127.0.0.1, status 3
  desk: login please, uid 7 from 127.0.0.1, status 3, you are logged in
  request: {"devices":2}
  phone: mail
  desk: mail
  request: {"devices":1}{"devices":0}
notify/frame_status
  online: ada, bob, eve, max
  online: max
notify/redis
  Ada: sent, eve is away
  Bob: good morning
  request: told 2
  Ada: ada: all
  Ada: bob is away
  Redis: ada
