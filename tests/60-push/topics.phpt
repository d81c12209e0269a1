--TEST--
SeatPush: push: topics: subscribe, publish to all but one, unsubscribe; they end with the connection, whose Close still sees them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    [$verb, $topic, $text] = explode(' ', $f->data . '   ');
    $s->push($f->fd, $verb . ' ' . json_encode(match ($verb) {
        'subscribe' => [$s->subscribe($f->fd, $topic), $s->subscribe($f->fd, $topic), $s->topics($f->fd), $s->subscriberCount($topic)],
        'unsubscribe' => [$s->unsubscribe($f->fd, $topic), $s->unsubscribe($f->fd, $topic), $s->topics($f->fd)],
        'forget' => [$s->unsubscribe($f->fd), $s->unsubscribe($f->fd), $s->topics($f->fd)],
        'publish' => $s->publish($topic, $text),
        'others' => $s->publish($topic, $text, except: $f->fd),
        'binary' => $s->publish($topic, "\xff", 2),
        'count' => [$s->subscriberCount($topic), count($s->subscribers($topic)), in_array($f->fd, $s->subscribers($topic)), array_intersect_key($s->stats(), ['topic_count' => 1, 'subscription_count' => 1, 'publish_count' => 1])],
        'close' => print(json_encode([$s->close($f->fd), $s->subscribe($f->fd, 'late'), $s->getLastError(), $s->subscriberCount($topic), $s->publish($topic, 'not to me')]) . "\n"),
    }));
});
$server->on('Close', function ($s, $fd) { $topics = $s->topics($fd); sort($topics); echo 'Close ', json_encode([$topics, $s->subscriberCount('a'), $s->unsubscribe($fd, 'a')]), "\n"; });
serve($server);
PHP);
foreach (['x', 'y', 'z'] as $name) {
    $clients[$name] = WsClient::connect($server->port);
}
['x' => $x, 'y' => $y, 'z' => $z] = $clients;
foreach ([[$x, 'subscribe a'], [$y, 'subscribe a'], [$y, 'subscribe b'], [$z, 'subscribe b'], [$x, 'publish a hello'], [$y, 'others a you'], [$z, 'publish nobody hello'], [$y, 'unsubscribe a'], [$y, 'forget'], [$x, 'count a'], [$x, 'count none']] as [$client, $text]) {
    $client->send($text);
    for (;;) {
        echo $said = $client->text(), "\n";
        if (str_contains($said, ' ') || $said === 'end') {
            break;
        }
    }
}
$y->send('binary b');
echo bin2hex($z->read()['payload']), ' ', $y->text(), "\n";
$x->send('subscribe c')->text();
$z->send('subscribe a')->text();
$x->send('close a');
echo $x->text(), "\n";
$server->until('/Close/');
echo $z->text(), ' ', $server->stdout();
$server->stop(); echo $server->log("rror");
?>
--EXPECT--
subscribe [true,true,["a"],1]
subscribe [true,true,["a"],2]
subscribe [true,true,["a","b"],1]
subscribe [true,true,["b"],2]
hello
publish 2
hello
others 1
publish 0
unsubscribe [true,false,["b"]]
forget [true,false,[]]
you
count [1,1,true,{"publish_count":3,"topic_count":2,"subscription_count":2}]
count [0,0,false,{"publish_count":3,"topic_count":2,"subscription_count":2}]
ff binary 1
close 1000
not to me [true,false,1001,1,1]
Close [["a","c"],1,false]
