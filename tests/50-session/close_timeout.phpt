--TEST--
SeatPush: session: Close runs at once; a peer that does not answer the close frame is dropped after close_timeout
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['close_timeout' => 1]);
$server->on('Message', fn ($s, $f) => $s->close($f->fd));
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $re $code\n"; });
serve($server);
PHP);
$deaf = WsClient::connect($server->port)->send('x');
echo $deaf->text(), "\n";
$server->until('/Close -1 1000/');
$begun = microtime(true);
echo $deaf->text(), ' ', microtime(true) - $begun > 0.2 ? 'later' : 'at once', "\n", $server->stdout();
?>
--EXPECT--
close 1000
end later
Close -1 1000
