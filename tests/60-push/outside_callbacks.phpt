--TEST--
SeatPush: push: in Start, a timer, a deferred call, Shutdown and after start()
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Start', function ($s) { echo 'Start ', json_encode([$s->push(1, 'x'), $s->getLastError(), count($s->connections), $s->getClientList()]), "\n"; });
$server->on('Message', function ($s, $f) {
    $s->after(1, function () use ($s, $f) {
        $s->push($f->fd, 'timer');
        $s->defer(fn () => $s->push($f->fd, 'deferred'));
        $s->push($f->fd, 'timer again');
    });
});
$server->on('Shutdown', function ($s) { echo 'Shutdown ', json_encode([$s->push(1, 'x'), count($s->connections)]), "\n"; });
serve($server);
echo 'after ', json_encode([$server->push(1, 'x'), count($server->connections), $server->exists(1)]), "\n";
PHP);
$client = WsClient::connect($server->port)->send('x');
echo $client->text(), ', ', $client->text(), ', ', $client->text(), ', ';
$server->signal(15);
echo $client->text(), "\n";
$client->close(1001);
echo $server->wait(), "\n", $server->stdout();
?>
--EXPECT--
timer, timer again, deferred, close 1001 server is stopping
0
Start [false,1001,0,false]
Shutdown [false,0]
after [false,0,false]
