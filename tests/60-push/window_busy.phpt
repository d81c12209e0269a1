--TEST--
SeatPush: push: windowMs: a window ends on a server that always has something to write
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// The timer takes longer than its period, so it runs in every turn of the loop, before a window
// that ends in the same turn, and it leaves something to write.
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    foreach (range(10, 24) as $ms) {
        $s->subscribe($f->fd, "t$ms");
        $s->publish("t$ms", '-', windowMs: $ms);
        $s->publish("t$ms", "t$ms", windowMs: $ms);
    }
    SeatPush\Timer::tick(1, function (int $id) use ($s, $f, &$turns) {
        for ($begun = hrtime(true); hrtime(true) - $begun < 3_000_000;);
        $s->push($f->fd, ++$turns === 100 ? 'over' : '-');
        $turns < 100 || SeatPush\Timer::clear($id);
    });
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
for ($texts = []; end($texts) !== 'over';) {
    $texts[] = $client->text();
}
echo implode(' ', array_diff($texts, ['-'])), "\n";
?>
--EXPECT--
t10 t11 t12 t13 t14 t15 t16 t17 t18 t19 t20 t21 t22 t23 t24 over
