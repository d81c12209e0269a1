--TEST--
SeatPush: push: the payload of a pushed close frame: the reason in a string is UTF-8 too
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    foreach ([pack('n', 1000) . "\xff"] as $data) {
        try {
            var_dump($s->push($f->fd, $data, WEBSOCKET_OPCODE_CLOSE));
        } catch (ValueError $e) {
            echo "refused\n";
        }
    }
    var_dump($s->exists($f->fd), $s->push($f->fd, '', WEBSOCKET_OPCODE_CLOSE));
});
serve($server);
PHP);
echo WsClient::connect($server->port)->send('x')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
close 1000
refused
bool(true)
bool(true)
