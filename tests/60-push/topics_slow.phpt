--TEST--
SeatPush: push: publish(): a subscriber that does not read is closed with 1013 and leaves the topic; all others get every message
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1000000]);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'publish') {
        $s->push($f->fd, 'told ' . $s->publish('t', str_repeat('x', 60000)) . ' of ' . $s->subscriberCount('t'));
    } else {
        $s->push($f->fd, $s->subscribe($f->fd, 't') ? 'subscribed' : 'not');
    }
});
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "Close $code $reason\n"; });
serve($server);
PHP);
foreach (['slow', 'a', 'b'] as $name) {
    $$name = WsClient::connect($server->port)->send('subscribe');
    $$name->text();
}
$publisher = WsClient::connect($server->port);
for ($n = 0; $n < 1000; $n++) {
    $said[] = $publisher->send('publish')->text();
    strlen($a->text()) === 60000 && strlen($b->text()) === 60000 || print("lost\n");
    if (end($said) === 'told 2 of 2' && $said[$n - 1] === 'told 2 of 2') {
        break;
    }
}
echo implode("\n", array_unique($said)), "\n", $server->until('/Close.*/')[0], "\n";
?>
--EXPECT--
told 3 of 3
told 2 of 2
Close 1013 reader is too slow
