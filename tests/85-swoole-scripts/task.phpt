--TEST--
Swoole scripts: tasks, mails with Finish, taskwait() and its relatives, task objects
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/scripts.inc';

variant('task/mail', function (int $port) {
    $ada = WsClient::connect($port)->send('ada@example.com');
    yield 'Ada' => $ada->text() . ', ' . $ada->text();
    $ada->send('nobody');
    yield 'Ada' => $ada->text() . ', ' . $ada->text();
});
variant('task/waits', function (int $port) {
    yield ask($port, '/wait?n=7') . ' ' . ask($port, '/co') . ' ' . ask($port, '/callback') . ' ' . ask($port, '/multi');
});
variant('task/object', function (int $port) {
    $ada = WsClient::connect($port);
    $bob = WsClient::connect($port);
    yield 'Ada' => $ada->send('hello')->text();
    yield 'Bob' => $bob->text();
});
?>
--EXPECT--
task/mail
  Ada: queued, mail sent
  Ada: queued, bad address
task/waits
  49 {"a":16,"b":25} 36 [4,9,false]
task/object
  Ada: told 1
  Bob: hello
