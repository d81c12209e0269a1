--TEST--
Swoole scripts: more ports, an inner one for pushes, each with its own callbacks
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/scripts.inc';

variant('ports/inner', function (int $outer, int $inner) {
    $ada = WsClient::connect($outer);
    yield 'Ada' => heard($ada->send('hi'));
    yield 'inner' => (new HttpClient($inner))->request('POST', '/', [], 'from inside')->response()['body'];
    yield 'Ada' => heard($ada);
    yield 'outer' => ask($outer);
    yield 'a WebSocket to the inner one' => (string) WsClient::upgrade($inner)->status;
}, several: true);
variant('ports/addlistener', function (int $outer, int $inner) {
    $ada = WsClient::connect($outer);
    yield 'outer' => ask($outer);
    yield 'push' => ask($inner, '/push?text=hello') . ', ' . ask($inner, '/other');
    yield 'Ada' => heard($ada->send('x'));
    yield 'kick' => ask($inner, '/kick') . ', ' . $ada->text();
    $ada->close(4000)->rest();
    yield 'shutdown' => ask($inner, '/shutdown');
}, ends: true);
variant('ports/own_callbacks', function (int $web, int $visitors, int $staff) {
    $staff = WsClient::connect($staff);
    $ada = WsClient::connect($visitors);
    yield 'Ada' => heard($ada->send('where is C4?'));
    yield 'staff' => $asked = $staff->text();
    yield 'staff' => heard($staff->send(strtok($asked, ' ') . ' over there')->send('1 you there?'));
    yield 'Ada' => heard($ada);
    yield 'web' => ask($web);
    $ada->close()->rest();
    yield 'staff' => $staff->text();
});
variant('ports/framework', function (int $site, int $ws) {
    yield 'site' => ask($site);
    $ada = WsClient::connect($ws)->send('hi');
    yield 'Ada' => $ada->text() . ', ' . $ada->text();
});
?>
--EXPECT--
ports/inner
  Ada: echo hi
  inner: sent 1
  Ada: from inside
  outer: 404 nothing here
  a WebSocket to the inner one: 400
ports/addlistener
  outer: public
  push: pushed 1, 404 
  Ada: hello, got it
  kick: kicked, close 4000 kicked
  shutdown: bye
ports/own_callbacks
  Ada: hello visitor
  staff: ID asks: where is C4?
  staff: sent, gone
  Ada: over there
  web: 1 1 1
  staff: ID has left
ports/framework
  site: site
  Ada: opened, [hi]
  NOTICE seatpush: set() of a port takes no options of the whole server: set them there; ignored: worker_num, max_coroutine, max_request
