--TEST--
SeatPush: websocket: after a protocol error the server does not wait for a close frame, since the client's framing is lost
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['close_timeout' => 600]);
$server->on('Message', fn ($s, $f) => $s->disconnect($f->fd, 4000));
serve($server);
PHP);
$wrong = WsClient::connect($server->port)->sendFrame(3, 'x');
echo substr($wrong->text(), 0, 10), ', ', $wrong->text(), "\n";
$wrong = WsClient::connect($server->port)->send('x');
echo $wrong->text(), ', ', $wrong->sendFrame(3, 'instead of a close frame')->text(), "\n";
?>
--EXPECT--
close 1002, end
close 4000, end
