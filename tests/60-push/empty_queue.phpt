--TEST--
SeatPush: push: an empty queue accepts a message longer than its limit; data that has not been tried yet does not fill a queue
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1000]);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'long') {
        echo json_encode($s->push($f->fd, str_repeat('y', 8 << 20))), "\n";
        return;
    }
    for ($i = 0, $n = 0; $i < 100; $i++) {
        $n += $s->push($f->fd, str_repeat('z', 900));
    }
    echo "$n\n";
});
serve($server);
PHP);
$client = WsClient::connect($server->port);
for ($i = 0; $i < 2; $i++) {
    echo strlen($client->send('long')->text()), "\n";
}
$client->send('often');
for ($i = 0, $right = 0; $i < 100; $i++) {
    $right += strlen($client->text()) === 900;
}
echo "$right\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
8388608
8388608
100
true
true
100
