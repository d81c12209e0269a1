--TEST--
SeatPush: permessage-deflate: messages that come while a callback waits are kept compressed, and inflated one by one; an invalid one ends the connection when its turn comes
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/deflate.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_compression' => true, 'package_max_length' => 4 << 20, 'ping_interval' => 0]);
$go = new SeatPush\Channel(1);
$server->on('Message', function ($s, $f) use ($go) {
    if ($f->data === 'wait') {
        $s->push($f->fd, 'waits');
        $go->pop();
        $s->push($f->fd, 'went on');
    } elseif ($f->data === 'count') {
        $GLOBALS['messages'] = 0;
        $s->push($f->fd, 'counts');
    } else {
        if (isset($GLOBALS['messages']) && $GLOBALS['messages']++ === 0) {
            $s->defer(fn () => $s->push($f->fd, "$GLOBALS[messages] until others had their turn"));
        }
        $s->push($f->fd, strlen($f->data));
    }
});
$server->on('Request', function ($q, $r) use ($server, $go) {
    if ($q->server['path_info'] === '/go') {
        $go->push(1);
    }
    $r->end((string) $server->stats()['input_bytes']);
});
serve($server);
PHP);
$bomb = deflated(str_repeat("\0", 4 << 20));
$client = deflating($server->port);
echo heard($client->send('wait')), "\n";
$client->raw(str_repeat(WsClient::frame(2, $bomb, true, 4), 14));
$client->sendFrame(1, "\xff\xff", rsv: 4)->send('never');
for ($end = microtime(true) + BOUND; ($kept = (int) HttpClient::get($server->port)['body']) < 14 * strlen($bomb) && microtime(true) < $end;) {
}
echo $kept < 20 * strlen($bomb) ? "kept as they came\n" : "KEPT $kept\n";
HttpClient::get($server->port, '/go');
echo heard($client), "\n";
for ($i = 0; $i < 14; $i++) {
    echo heard($client) === 'plain ' . (4 << 20) ? '.' : '?';
}
echo "\n", heard($client), "\n";

echo "-- many that have sent half a message\n";
$clients = [];
for ($i = 0; $i < 50; $i++) {
    $clients[] = deflating($server->port)->sendFrame(2, substr($bomb, 0, 1000), false, 4);
}
for ($end = microtime(true) + BOUND; ($kept = (int) HttpClient::get($server->port)['body']) < 50 * 1000 && microtime(true) < $end;) {
}
echo $kept >= 50000 && $kept < 50 * 2500 ? "nothing but what they have sent\n" : "KEPT $kept\n";
$whole = 0;
foreach ($clients as $one) {
    $whole += heard($one->sendFrame(0, substr($bomb, 1000))) === 'plain ' . (4 << 20);
}
echo "$whole of 50 whole\n";

echo "-- many that inflate to much: one at a time, in order\n";
$client = deflating($server->port);
echo heard($client->send('count')), "\n";
$client->raw(str_repeat(WsClient::frame(2, $bomb, true, 4), 6) . WsClient::frame(1, 'plain') . WsClient::frame(2, $bomb, true, 4) . WsClient::frame(1, deflated('five!'), true, 4) . WsClient::frame(8, "\x03\xe8"));
$all = [];
do {
    $all[] = $last = heard($client);
} while (str_starts_with($last, 'plain '));
echo implode(', ', str_replace(['plain ', (string) (4 << 20)], ['', 'all'], $all)), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
plain waits
kept as they came
plain went on
..............
close 1007 compressed data is invalid
-- many that have sent half a message
nothing but what they have sent
50 of 50 whole
-- many that inflate to much: one at a time, in order
plain counts
all, 1 until others had their turn, all, all, all, all, all, 5, all, 5, close 1000 
0
