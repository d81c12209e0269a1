--TEST--
Swoole scripts: chat, by a class, closures, 4.x functions, static methods of a Http\Server
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/scripts.inc';

variant('chat/class', function (int $port) {
    $ada = WsClient::connect($port, '/?name=Ada');
    $bob = WsClient::connect($port, '/?name=Bob');
    $ada->send('{"type":"say","text":"<b>hi"}')->send('nonsense')->send('{"type":"list"}')->send('{"type":"to","name":"Bob","text":"psst"}');
    yield 'Ada' => heard($ada);
    yield 'Bob' => heard($bob);
    yield 'Bob leaves' => $bob->close()->text();
    yield 'Ada' => $ada->text();
});
variant('chat/closures', function (int $port) {
    $ada = WsClient::connect($port, '/?name=Ada');
    $bob = WsClient::connect($port);
    yield 'Ada' => heard($ada->send('hi')->sendFrame(2, 'abc'));
    yield 'Bob' => heard($bob);
    yield 'online' => ask($port);
    yield 'Bob quits' => $bob->send('/quit')->text();
    $bob->close()->rest();
    yield 'Ada' => $ada->text();
    yield 'online' => ask($port);
});
variant('chat/old', function (int $port) {
    $ada = WsClient::connect($port);
    $bob = WsClient::connect($port);
    yield 'Ada' => json_encode(heard($ada->send('hi')->send('#name#Ada')->send('again')), JSON_UNESCAPED_UNICODE);
    yield 'Bob' => json_encode(heard($bob), JSON_UNESCAPED_UNICODE);
    $ada->close()->rest();
    yield 'Bob' => $bob->text();
});
variant('chat/static', function (int $port) {
    $ada = WsClient::connect($port, '/red');
    $bob = WsClient::connect($port, '/red');
    $eve = WsClient::connect($port);
    yield 'page' => ask($port);
    yield 'Ada' => heard($ada->send('one')->send('two'));
    yield 'Bob' => heard($bob);
    yield 'Eve' => heard($eve);
    $eve->close()->rest();
    yield 'page' => ask($port);
});
?>
--EXPECT--
chat/class
  Ada: {"type":"join","name":"Ada","online":1}, {"type":"join","name":"Bob","online":2}, {"type":"say","from":"Ada","text":"&lt;b&gt;hi"}, {"type":"error","msg":"bad message"}, {"type":"list","names":["Ada","Bob"]}
  Bob: {"type":"join","name":"Bob","online":2}, {"type":"say","from":"Ada","text":"&lt;b&gt;hi"}, {"type":"private","from":"Ada","text":"psst"}
  Bob leaves: close 1000
  Ada: {"type":"leave","name":"Bob"}
chat/closures
  Ada: joined|Ada|, joined|anonymous|, said|Ada|hi, cba
  Bob: joined|anonymous|, said|Ada|hi
  online: 2
  Bob quits: close 1000 bye
  Ada: left|anonymous|
  online: 1
chat/old
  Ada: "hello, welcome\n, from 匿名用户:hi\n, from Ada:again\n"
  Bob: "hello, welcome\n, from 匿名用户:hi\n, from Ada:again\n"
  Bob: Ada is offline
chat/static
  page: <h1>3 in all rooms</h1>
  Ada: you are in red
  Bob: you are in red, #1 one, #2 two
  Eve: you are in lobby
  page: <h1>2 in all rooms</h1>
