--TEST--
SeatPush: push: $server->connections: foreach, count, isset, nested, closing while walking; getClientList
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
    $pairs = 0;
    foreach ($s->connections as $a) {
        foreach ($s->connections as $b) {
            $pairs++;
        }
    }
    $said = [count($all), count($s->connections), $pairs, isset($s->connections[$f->fd], $s->connections[$all[0]]), isset($s->connections[1]), $s->connections[$f->fd]['websocket_status'], $s->connections[1],
        $s->getClientList(0, 2) === array_slice($all, 0, 2), $s->getClientList($all[1]) === array_slice($all, 2), $s->getClientList(end($all)), $s->getClientList($all[0] + 1, 1) !== []];
    $s->connections->rewind();
    $said[] = $s->connections->valid() && $s->connections->current() === $all[0];
    foreach ($s->connections as $fd) {
        if ($fd !== $f->fd) {
            $s->close($fd, $fd % 2 === 0);
        }
    }
    $said[] = iterator_to_array($s->connections, false) === [$f->fd];
    $s->push($f->fd, json_encode($said));
});
serve($server);
PHP);
$others = array_map(fn () => WsClient::connect($server->port), range(1, 5));
echo WsClient::connect($server->port)->send('x')->text(), "\n";
?>
--EXPECT--
[6,6,36,true,false,3,false,true,true,false,true,true,true]
