--TEST--
SeatPush: push: windowMs: the first message is sent at once; of those within the window, the last of each key is sent at its end; to whom, in which order, and at the stop
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// A callback holds the loop, so no window ends within one.
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $topic = $f->data;
    if (str_starts_with($topic, '+')) {
        $s->push($f->fd, json_encode($s->subscribe($f->fd, substr($topic, 1))));
    } elseif (str_starts_with($topic, '-')) {
        $s->push($f->fd, json_encode($s->unsubscribe($f->fd, substr($topic, 1))));
    } elseif ($topic === 'keys') {
        $told = '';
        foreach (['1a', '2a', '3b', '4a', '5b', '6a'] as $text) {
            $told .= $s->publish($topic, $text, conflateKey: $text[1], windowMs: 100);
        }
        $s->push($f->fd, "told $told");
    } elseif ($topic === 'mixed') {
        $s->publish($topic, 'first', windowMs: 100);
        $s->publish($topic, 'text', windowMs: 100);
        $s->publish($topic, 'binary', WEBSOCKET_OPCODE_BINARY, windowMs: 100);
        $s->publish($topic, 'at once');
        $s->publish($topic, 'at once, another key', conflateKey: 'x');
    } elseif ($topic === 'superseded') {
        $s->publish($topic, 'first', windowMs: 100);
        $s->publish($topic, 'out of date soon', windowMs: 100);
        $s->publish($topic, 'newer', conflateKey: '');
        $s->publish($topic, 'for others, out of date soon', WEBSOCKET_OPCODE_TEXT, windowMs: 100);
        $s->publish($topic, 'for others', WEBSOCKET_OPCODE_TEXT, $f->fd, windowMs: 100);
        $s->publish($topic, 'for all', conflateKey: 'x', windowMs: 100);
    } elseif ($topic === 'stats') {
        $s->push($f->fd, json_encode([$s->stats()['coalesced_count'], $s->stats()['publish_count'], $s->stats()['queued_bytes'] < 200]));
    } else {
        for ($i = 0; $i < 1000; $i++) {
            $s->publish($topic, "$topic $i", windowMs: 60000);
        }
        $s->push($f->fd, 'held');
    }
});
serve($server);
PHP);
function until(WsClient $client, string $last): string
{
    for ($texts = []; end($texts) !== $last;) {
        $frame = $client->read();
        $texts[] = $frame['payload'] ?? throw new Exception(json_encode($frame) . ' after ' . implode(', ', $texts));
    }
    return implode(', ', $texts);
}
[$a, $b, $late] = [WsClient::connect($server->port), WsClient::connect($server->port), WsClient::connect($server->port)];
foreach (['keys' => '6a', 'mixed' => 'binary', 'superseded' => 'for all'] as $topic => $last) {
    echo $a->send("+$topic")->text(), $b->send("+$topic")->text(), "\n";
    $a->send($topic);
    $heard = until($a, $last) . "\n" . until($b, $last) . "\n";
    // On a busy machine the message to be superseded may have been sent already.
    echo $topic === 'superseded' ? preg_replace('/^first, /m', '', $heard) : $heard;
}
$a->send('+gone')->text();
$b->send('+gone')->text();
echo until($b->send('gone'), 'held'), '; ', $b->send('-gone')->text(), $late->send('+gone')->text(), ' ', $late->send('stats')->text(), "\n";
echo $server->stop(), ' ', $a->text(), ', ', $a->text(), '; late: ', $late->text(), '; who left: ', json_encode($b->read() !== null), "\n";
?>
--EXPECT--
truetrue
1a, told 222222, 5b, 6a
1a, 5b, 6a
truetrue
first, at once, at once, another key, binary
first, at once, at once, another key, binary
truetrue
newer, for all
newer, for others, for all
gone 0, held; truetrue [1004,1017,true]
0 gone 0, gone 999; late: gone 999; who left: true
