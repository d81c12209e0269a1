--TEST--
SeatPush: push: a walk over connections ends, and misses none, when those before, at and after its position close; it can be left and started again
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $all = iterator_to_array($s->connections, false);
    $walked = [];
    foreach ($s->connections as $key => $fd) {
        $walked[] = array_search($fd, $all);
        if (count($walked) === 3) {
            $s->close($all[0], true);
            $s->close($all[2], true);
            $s->close($all[3], true);
            $s->close($all[7], true);
        }
    }
    foreach ($s->connections as $fd) {
        break;
    }
    $after = [];
    foreach ($s->connections as $fd) {
        $after[] = array_search($fd, $all);
    }
    $by_hand = [];
    for ($c = $s->connections, $c->rewind(); $c->valid() && count($by_hand) < 20; $c->next()) {
        $by_hand[] = array_search($c->current(), $all);
    }
    $end = [$c->valid(), $c->current()];
    $generator = (function () use ($s) { yield from $s->connections; })();
    $s->push($f->fd, json_encode([$walked, $after, $by_hand, $end, count($s->connections), count(iterator_to_array($generator, false))]));
});
serve($server);
PHP);
$clients = array_map(fn () => WsClient::connect($server->port), range(0, 7));
echo $clients[1]->send('x')->text(), "\n";
?>
--EXPECT--
[[0,1,2,4,5,6],[1,4,5,6],[1,4,5,6],[false,false],4,4]
