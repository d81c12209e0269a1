--TEST--
SeatPush: session: an error handler that throws works in callbacks: 1011, and the next message is served
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
set_error_handler(fn ($number, $text) => throw new ErrorException($text));
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data === 'bad' ? $undefined : 'fine'));
$server->on('Error', function ($s, $e) { echo get_class($e), ' ', $e->getMessage(), "\n"; });
serve($server);
PHP);
echo WsClient::connect($server->port)->send('bad')->text(), "\n", WsClient::connect($server->port)->send('good')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
close 1011
fine
ErrorException Undefined variable $undefined
