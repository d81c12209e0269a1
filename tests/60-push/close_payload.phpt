--TEST--
SeatPush: push: the payload of a pushed close frame: a code that may be sent, and a reason that is UTF-8
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $close = new SeatPush\CloseFrame();
    $close->code = 1006;
    $bad = new SeatPush\CloseFrame();
    $bad->reason = "\xff";
    $long = new SeatPush\CloseFrame();
    $long->reason = str_repeat('x', 124);
    foreach (["\x03", pack('n', 1005), pack('n', 1000) . str_repeat('x', 124), $close, $bad, $long] as $data) {
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
refused
refused
refused
refused
refused
bool(true)
bool(true)
