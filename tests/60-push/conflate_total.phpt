--TEST--
SeatPush: push: conflateKey: when total_buffer_size is used up, a state still replaces the one before it, with and without drop_oldest, even if it is longer
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 50_000_000, 'total_buffer_size' => 10_000_000]);
$server->topic('ticker', conflateKey: 'state', whenFull: 'drop_oldest');
$server->on('Message', function ($s, $f) {
    if ($f->data === 'join') {
        foreach (['show', 'ticker'] as $topic) {
            $s->subscribe($f->fd, $topic);
        }
        $s->push($f->fd, 'joined');
        return;
    }
    [$slow] = $s->subscribers('show');
    for ($i = 0; $s->stats()['queued_bytes'] < 9_000_000; $i++) {
        $s->push($slow, str_repeat('p', 100000));    // it reads nothing, so its kernel is full soon
    }
    $s->publish('show', str_repeat('x', 50), conflateKey: 'state');
    $s->publish('ticker', str_repeat('x', 50));
    $s->push($f->fd, str_repeat('q', 20_000_000));    // its queue is empty, so the message is accepted whatever the limit
    for ($i = 1, $told = 0; $i <= 3; $i++) {
        $told += $s->publish('show', str_pad("show $i", 50 + $i), conflateKey: 'state');
        $told += $s->publish('ticker', str_pad("ticker $i", 50 + $i));
    }
    $full = $s->stats()['queued_bytes'] > 10_000_000;
    echo json_encode(['full' => $full, 'told' => $told, 'dropped' => $s->stats()['dropped_count'], 'conflated' => $s->stats()['conflated_count']]), "\n";
});
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo $code === 1013 ? "Close 1013\n" : ''; });
serve($server);
PHP);
$slow = WsClient::connect($server->port)->send('join');
$slow->text();
$asker = WsClient::connect($server->port)->send('go');
echo $server->until('/\{.*told.*?\}/')[0], "\n";
for ($states = []; count($states) < 2; ) {
    $text = $slow->text();
    $text[0] === 'p' || $states[] = trim($text);
}
echo implode(', ', $states), "\n";
?>
--EXPECT--
{"full":true,"told":6,"dropped":0,"conflated":6}
show 3, ticker 3
