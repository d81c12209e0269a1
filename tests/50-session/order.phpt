--TEST--
SeatPush: session: Connect, Open, Message..., Close; exists() is false at once, Close runs after the callback
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Connect', function ($s, $fd, $re) { echo "Connect $re\n"; });
$server->on('Open', function ($s, $q) { echo 'Open ', json_encode($s->isEstablished($q->fd)), "\n"; });
$server->on('Message', function ($s, $f) {
    echo "Message $f->data\n";
    if ($f->data === '2') {
        var_dump($s->close($f->fd), $s->exists($f->fd), $s->isEstablished($f->fd), $s->push($f->fd, 'late'), $s->getLastError(), $s->close($f->fd));
        echo "still in Message ", $s->getClientInfo($f->fd)['websocket_status'], "\n";
    }
});
$server->on('Close', function ($s, $fd, $re, $code) {
    echo "Close $re $code ", json_encode([$s->exists($fd), $s->getClientInfo($fd)['websocket_status'], $s->getClientInfo($fd)['remote_ip'], count($s->connections)]), "\n";
    $s->defer(fn () => print(json_encode($s->getClientInfo($fd)) . "\n"));
});
serve($server);
PHP);
$client = WsClient::connect($server->port);
echo $client->send('1')->send('2')->send('3')->text(), "\n";
$client->close()->rest();
$server->until('/^false$/m');
$server->stop();
echo $server->stdout();
?>
--EXPECT--
close 1000
Connect 0
Open true
Message 1
Message 2
bool(true)
bool(false)
bool(false)
bool(false)
int(1001)
bool(false)
still in Message 4
Close -1 1000 [false,3,"127.0.0.1",0]
false
