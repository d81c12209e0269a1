--TEST--
SeatPush: push: Frame objects, fragments that are sent together, a CloseFrame that closes
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $frame = new SeatPush\Frame();
    $frame->data = "\x00\x01";
    $frame->opcode = WEBSOCKET_OPCODE_BINARY;
    $s->push($f->fd, $frame);
    $s->push($f->fd, 'one ', WEBSOCKET_OPCODE_TEXT, 0);
    $s->push($f->fd, "\xc3", WEBSOCKET_OPCODE_CONTINUATION, false);
    $s->ping($f->fd, 'first');
    $s->push($f->fd, "\xa9", WEBSOCKET_OPCODE_CONTINUATION, SeatPush\Server::FLAG_FIN);
    $close = new SeatPush\CloseFrame();
    $close->code = 4321;
    $close->reason = 'sold out';
    var_dump($s->push($f->fd, $close), $s->exists($f->fd));
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('x');
for ($i = 0; $i < 5; $i++) {
    $frame = $client->read();
    echo $frame['opcode'], $frame['fin'] ? ' fin ' : ' more ', bin2hex($frame['payload']), "\n";
}
echo $client->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
2 fin 0001
9 fin 6669727374
1 more 6f6e6520
0 more c3
0 fin a9
close 4321 sold out
bool(true)
bool(false)
