--TEST--
SeatPush: push: conflateKey: a client that does not read gets the last message of each key, in order, and stays; without it the queue is full; messages without a key are never left out
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
    [$what, $n, $key] = explode(' ', "$f->data  ");
    if ($what === 'subscribe') {
        $s->subscribe($f->fd, 'show');
        $s->subscribe($f->fd, 'other');
    }
    for ($i = 0; $what === 'publish' && $i < $n; $i++) {
        $s->publish('show', str_pad("show $i", 5000), conflateKey: $key);
        $s->publish('show', str_pad("seat $i", 5000), conflateKey: 'seat');
        if ($i % 100 === 0) {
            $s->publish('show', "plain $i");
            $s->push($f->fd, "pushed $i");
            $s->publish('other', "other $i", conflateKey: $key);
        }
    }
    for ($i = 0; $what === 'plain' && $i < $n; $i++) {
        $s->publish('show', str_pad("plain $i", 5000));
    }
    $s->push($f->fd, json_encode([$what, $s->subscriberCount('show'), $s->stats()['conflated_count'] > 0]));
});
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "Close $code $reason\n"; });
serve($server);
PHP);
$slow = WsClient::connect($server->port)->send('subscribe');
echo $slow->text(), "\n";
$publisher = WsClient::connect($server->port)->send('publish 5000 state');
while (!str_starts_with($text = $publisher->text(), '[')) {
}
echo $text, "\n";
$publisher->send('done');
$got = [];
$slow->send('read');
while (!str_starts_with($text = $slow->text(), '["read"')) {
    [$kind, $i] = explode(' ', $text);
    $got[$kind][] = (int) $i;
}
ksort($got);
foreach ($got as $kind => $numbers) {
    $sorted = $numbers;
    sort($sorted);
    echo "$kind: ", $sorted === $numbers && count(array_unique($numbers)) === count($numbers) ? 'in order, ' : 'NOT IN ORDER, ', 'last ', end($numbers), ', ',
        count($numbers) === 50 ? 'all' : (count($numbers) < 2000 ? 'some' : 'TOO MANY'), "\n";
}
$publisher->send('plain 5000');
echo $publisher->text(), "\n", $server->until('/Close 1013[a-z ]*/')[0], "\n";
?>
--EXPECT--
["subscribe",1,false]
["publish",1,true]
other: in order, last 4900, some
plain: in order, last 4900, all
seat: in order, last 4999, some
show: in order, last 4999, some
["done",1,true]
Close 1013 reader is too slow
