--TEST--
SeatPush: session: ids of one process rise in the order of connecting; getClientList() and connections have all of them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$opened = [];
$server->on('Open', function ($s, $q) use (&$opened) { $opened[] = $q->fd; });
$server->on('Message', function ($s, $f) use (&$opened) {
    $sorted = array_unique($opened);
    sort($sorted);
    $listed = [];
    for ($last = 0; $some = $s->getClientList($last, 7); $last = end($some)) {
        array_push($listed, ...$some);
    }
    $s->push($f->fd, json_encode([count($opened), $sorted === $opened, $listed === $opened, iterator_to_array($s->connections, false) === $opened]));
});
serve($server);
PHP);
for ($i = 0; $i < 30; $i++) {
    $clients[] = WsClient::connect($server->port);
}
echo $clients[3]->send('x')->text(), "\n";
?>
--EXPECT--
[30,true,true,true]
