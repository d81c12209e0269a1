--TEST--
SeatPush: session: messages that come after close() are not delivered; pings are not answered
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) { echo "$f->data\n"; $s->disconnect($f->fd, 4000, 'enough'); });
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "Close $re $code $reason\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port)->raw(WsClient::frame(1, 'one') . WsClient::frame(1, 'two') . WsClient::frame(9, 'p'));
echo $client->text(), "\n", $client->send('three')->close(4000)->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
close 4000 enough
end
one
Close -1 4000 enough
