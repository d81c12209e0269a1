--TEST--
SeatPush: push: topic(whenFull: 'drop_oldest'): a subscriber that does not read stays, and gets the newest messages when it reads again; messages for it alone are never dropped
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 500000]);
try { $server->topic('news', whenFull: 'drop'); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
$server->topic('news', whenFull: 'drop_oldest');
$server->on('Message', function ($s, $f) {
    if ($f->data === 'join') {
        $s->push($f->fd, json_encode($s->subscribe($f->fd, 'news')));
        return;
    }
    if ($f->data === 'dropped') {
        // Of all: an answer that needs room drops messages of the topic, too, and those are not the topic's doing.
        $s->push($f->fd, (string) $s->stats()['dropped_count']);
        return;
    }
    // Until no client's kernel takes more, then as much again.
    $told = 0;
    for ($i = 1, $more = 200; $more > 0; $i++) {
        $told += $s->publish('news', sprintf('%06d', $i) . str_repeat('x', 9994));
        if ($i === 20) {
            $s->push($f->fd, 'in between');
        }
        $more -= $s->stats()['dropped_count'] > 0;
    }
    $topic = $s->topicStats('news');
    $s->push($f->fd, json_encode([
        'last' => $i - 1,
        'all dropped are counted' => $told === $i - 1 && $topic['push_count'] === $told && $topic['dropped_count'] === $s->stats()['dropped_count'],
        'within the limit' => $s->stats()['peak_queue_bytes'] <= 500000 && $s->getClientInfo($f->fd)['send_queued_bytes'] > 400000,
    ]));
});
$server->on('Close', function () { echo "Close\n"; });
serve($server);
PHP);
echo $server->stdout();
$client = WsClient::connect($server->port)->send('join');
echo $client->text(), "\n";
$client->send('go');
for ($numbers = [], $between = null, $end = null; $end === null;) {
    $text = $client->text();
    match (true) {
        $text === 'in between' => $between = end($numbers),
        $text[0] === '{' => $end = json_decode($text, true),
        default => $numbers[] = (int) $text,
    };
}
$sorted = $numbers;
sort($sorted);
echo 'in order: ', json_encode($numbers === $sorted), '; the last: ', json_encode(end($numbers) === $end['last']), '; missing ones were dropped: ', json_encode($end['last'] - count($numbers) === (int) $client->send('dropped')->text()), "\n";
echo 'in its place: ', json_encode($between === 20), '; ', json_encode(array_slice($end, 1)), "\n";
?>
--EXPECT--
SeatPush\Server::topic(): Argument #4 ($whenFull) must be "close" or "drop_oldest"
true
in order: true; the last: true; missing ones were dropped: true
in its place: true; {"all dropped are counted":true,"within the limit":true}
