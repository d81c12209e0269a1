--TEST--
SeatPush: session: what a destructor throws after one callback is not thrown in another that waits
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
class Bomb { function __destruct() { throw new Exception('of the destructor'); } }
$server = new SeatPush\Server('127.0.0.1', 0);
$over = false;
$server->on('Message', function ($s, $f) use (&$over) {
    $s->after(5, fn () => null, new Bomb());
    $s->after(30, function () use (&$over) { $over = true; });
    try { while (!$over) { $s->sleep(0); } $s->push($f->fd, 'all is well'); } catch (Exception $e) { $s->push($f->fd, 'caught one ' . $e->getMessage()); }
});
$server->on('Error', function ($s, $e) { echo $e->getMessage(), "\n"; });
serve($server);
PHP);
echo WsClient::connect($server->port)->send('x')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
all is well
of the destructor
