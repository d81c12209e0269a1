--TEST--
SeatPush: session: disconnect() refuses codes and reasons that may not be sent, and closes nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    foreach ([[0], [999], [1004], [1005], [1006], [1015], [2999], [5000], [65536 + 1000], [-1], [1000, str_repeat('x', 124)], [1000, "\xff"]] as $arguments) {
        try {
            $s->disconnect($f->fd, ...$arguments);
            echo 'took ', json_encode($arguments), "\n";
        } catch (ValueError) {
        }
    }
    try {
        $s->disconnect($f->fd, 1005);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
    var_dump($s->disconnect(12345, 1000), $s->isEstablished($f->fd), $s->disconnect($f->fd, 3000, str_repeat('é', 61)));
});
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "$re $code $reason\n"; });
serve($server);
PHP);
echo WsClient::connect($server->port)->send('x')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
close 3000 ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé
SeatPush\Server::disconnect(): Argument #2 ($code) must be a code that may be sent: 1000-1003, 1007-1014 or 3000-4999 (RFC 6455 section 7.4)
bool(false)
bool(true)
bool(true)
-1 3000 ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé
