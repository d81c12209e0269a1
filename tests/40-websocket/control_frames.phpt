--TEST--
SeatPush: websocket: pings, pongs and close frames go to Message if the options say so
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['open_websocket_ping_frame' => true, 'open_websocket_pong_frame' => true, 'open_websocket_close_frame' => true]);
$server->on('Message', function ($s, $f) {
    echo get_class($f), " $f->opcode $f->data", $f instanceof SeatPush\CloseFrame ? " $f->code $f->reason" : '', "\n";
    if ($f->opcode === WEBSOCKET_OPCODE_PING) {
        $s->push($f->fd, $f->data, WEBSOCKET_OPCODE_PONG);
    }
});
serve($server);
PHP);
$client = WsClient::connect($server->port);
echo $client->sendFrame(10, 'out of the blue')->sendFrame(9, 'who')->text(), "\n";
echo $client->close(3000, 'done')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
pong who
close 3000
SeatPush\Frame 10 out of the blue
SeatPush\Frame 9 who
SeatPush\CloseFrame 8  3000 done
