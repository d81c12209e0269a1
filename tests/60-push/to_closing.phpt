--TEST--
SeatPush: push: nothing is sent to a closing connection; a pushed control frame does what it says
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$tries = fn ($s, $fd) => json_encode([$s->push($fd, 'late'), $s->getLastError(), $s->ping($fd), $s->send($fd, 'x'), $s->close($fd), $s->disconnect($fd), $s->exists($fd), $s->isEstablished($fd), $s->bind($fd, 1), is_array($s->getClientInfo($fd))]) . "\n";
$server->on('Message', function ($s, $f) use ($tries) {
    switch ($f->data) {
        case 'close':
            $s->push($f->fd, 'before');
            echo json_encode($s->close($f->fd)), $tries($s, $f->fd);
            break;
        case 'opcode':
            echo json_encode($s->push($f->fd, pack('n', 4000) . 'bye', WEBSOCKET_OPCODE_CLOSE)), json_encode($s->exists($f->fd)), "\n";
            break;
        case 'pong':
            $s->push($f->fd, 'unasked', WEBSOCKET_OPCODE_PONG);
            $s->push($f->fd, 'asked', WEBSOCKET_OPCODE_PING);
            break;
        case 'node':
            echo json_encode([$s->push($f->fd ^ 1 << 46, 'x'), $s->getLastError(), $s->push($f->fd + 1, 'x'), $s->getLastError(), $s->push($f->fd, 'x'), $s->getLastError()]), "\n";
    }
});
$server->on('Close', function ($s, $fd, $re, $code, $reason) use ($tries) { echo "Close $code $reason ", $tries($s, $fd); });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('pong');
echo $client->text(), ', ', $client->text(), "\n";
echo $client->send('node')->text(), ', ';
echo $client->send('close')->text(), ', ', $client->text(), "\n";
echo WsClient::connect($server->port)->send('opcode')->text(), "\n";
$server->until('/4000 bye/');
$server->stop();
echo $server->stdout();
?>
--EXPECT--
pong unasked, ping asked
x, before, close 1000
close 4000 bye
[false,1011,false,1001,true,0]
true[false,1001,false,false,false,false,false,false,false,true]
Close 1000  [false,1001,false,false,false,false,false,false,false,true]
truefalse
Close 4000 bye [false,1001,false,false,false,false,false,false,false,true]
