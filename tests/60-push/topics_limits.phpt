--TEST--
SeatPush: push: topics have limits: names of 1 to 255 bytes, max_topics_per_connection, UTF-8 in text; misuse says what to do
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_topics_per_connection' => 3]);
function said(callable $try): string { try { return json_encode($try()); } catch (Throwable $e) { return get_class($e) . ': ' . preg_replace('/^SeatPush.Server::/', '', $e->getMessage()); } }
echo said(fn () => $server->publish('a', 'x')), "\n", said(fn () => $server->subscribe(1, 'x')), "\n";
$server->on('Open', fn ($s, $q) => null);
$server->on('Message', function ($s, $f) {
    $plain = $s->getClientList()[0];    // an HTTP connection
    foreach ([
        fn () => $s->subscribe($f->fd, ''), fn () => $s->subscribe($f->fd, str_repeat('x', 256)), fn () => $s->subscribe($f->fd, str_repeat('x', 255)),
        fn () => [$s->subscribe($f->fd, "\0"), $s->subscribe($f->fd, 'c'), $s->subscribe($f->fd, 'd'), $s->getLastError(), $s->subscribe($f->fd, 'c')],
        fn () => [$s->unsubscribe($f->fd, 'c'), $s->subscribe($f->fd, 'd'), count($s->topics($f->fd))],
        fn () => [$s->subscribe(5, 'x'), $s->getLastError()], fn () => [$s->subscribe($plain, 'x'), $s->getLastError(), $s->unsubscribe($plain, 'x')],
        fn () => [$s->topics(5), $s->subscribers('none'), $s->subscriberCount('none')],
        fn () => $s->publish('none', "\xff"), fn () => $s->publish('none', "\xff", 2), fn () => $s->publish('d', 'x', 9), fn () => $s->publish('', 'x'),
    ] as $try) {
        $s->push($f->fd, said($try));
    }
});
$server->on('Request', fn ($q, $r) => $r->detach());
serve($server);
PHP);
$http = (new HttpClient($server->port))->request('GET', '/');
$client = WsClient::connect($server->port)->send('x');
echo $server->stdout();
for ($i = 0; $i < 12; $i++) {
    echo $client->text(), "\n";
}
?>
--EXPECT--
SeatPush\Exception: publish() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
SeatPush\Exception: subscribe() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
ValueError: subscribe(): Argument #2 ($topic) must be a topic of 1 to 255 bytes, 0 given
ValueError: subscribe(): Argument #2 ($topic) must be a topic of 1 to 255 bytes, 256 given
true
[true,true,false,1101,true]
[true,true,3]
[false,1001]
[false,8503,false]
[[],[],0]
ValueError: publish(): Argument #2 ($data) must be UTF-8 in a text message (RFC 6455 section 8.1); push binary data with WEBSOCKET_OPCODE_BINARY
0
ValueError: publish(): Argument #3 ($opcode) must be 1 (text) or 2 (binary)
ValueError: publish(): Argument #1 ($topic) must be a topic of 1 to 255 bytes, 0 given
