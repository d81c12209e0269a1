--TEST--
SeatPush: push: an answer to one connection leaves before what was published, or pushed in a loop, to many just before; on a connection of both, the order stays
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// 18 MB take several turns of the loop; the timer looks in each of them whether the answer has left.
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'join') {
        $s->subscribe($f->fd, 'all');
        $s->push($f->fd, 'joined');
        return;
    }
    $waiting = fn ($fd) => $s->getClientInfo($fd)['send_queued_bytes'] > 0;
    $text = str_repeat('x', 60000);
    if ($f->data === 'publish') {
        $s->publish('all', $text);
    } else {
        foreach ($s->subscribers('all') as $fd) {
            $s->push($fd, $text);
        }
    }
    $s->push($f->fd, 'answer');
    SeatPush\Timer::tick(1, function (int $id) use ($s, $f, $waiting) {
        if ($waiting($f->fd)) {
            return;
        }
        SeatPush\Timer::clear($id);
        $others = array_diff([...$s->connections], [$f->fd]);
        $s->push($f->fd, json_encode(array_filter($others, $waiting) !== []));
    });
});
serve($server);
PHP);
$asker = WsClient::connect($server->port);
for ($i = 0; $i < 300; $i++) {
    $clients[$i] = WsClient::connect($server->port)->send('join');
    $clients[$i]->text();
}
foreach (['publish', 'push'] as $how) {
    echo $asker->send($how)->text(), ' ', $asker->text(), "\n";
    echo count(array_filter($clients, fn ($client) => strlen($client->text()) === 60000)), "\n";
}
$asker->send('join')->text();
echo strlen($asker->send('publish')->text()), ' ', $asker->text(), "\n";
?>
--EXPECT--
answer true
300
answer true
300
60000 answer
