--TEST--
SeatPush: push: windowMs: a window does not end before its last fan-out has been written, even if nothing was held meanwhile
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
// A fan-out to so many takes several turns of the loop, and a window of 1 ms would end in each of them.
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'join') {
        $s->push($f->fd, json_encode($s->subscribe($f->fd, 'all')));
        return;
    }
    $last = max($s->subscribers('all'));
    SeatPush\Timer::tick(3, function (int $id) use ($s, $f, $last, &$rounds, &$held, &$left) {
        $unsent = $s->getClientInfo($last)['send_queued_bytes'];
        $before = $s->topicStats('all')['push_count'];
        $s->publish('all', ++$rounds . str_repeat('x', 16000), windowMs: 1);
        $now = $s->topicStats('all')['push_count'] > $before;
        $held += $unsent > 0 && !$now;
        $left += $unsent > 0 && $now;
        if ($rounds === 20) {
            SeatPush\Timer::clear($id);
            $s->push($f->fd, json_encode(['held while one was under way' => $held > 0, 'left' => $left]));
        }
    });
});
serve($server);
PHP);
for ($i = 0; $i < 900; $i++) {
    $clients[] = $client = WsClient::connect($server->port)->send('join');
    $client->text();
}
echo WsClient::connect($server->port)->send('go')->text(), "\n";
?>
--EXPECT--
{"held while one was under way":true,"left":0}
