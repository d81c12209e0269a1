--TEST--
SeatPush: session: sleep() does not wait in an output handler, where it would keep everyone else from writing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    ob_start(function ($text) use ($s, $f) { try { $s->sleep(1); } catch (SeatPush\Exception $e) { $s->push($f->fd, $e->getMessage()); } return $text; });
    ob_end_flush();
});
serve($server);
PHP);
echo WsClient::connect($server->port)->send('x')->text(), "\n";
?>
--EXPECT--
sleep() cannot wait here, in an output handler
