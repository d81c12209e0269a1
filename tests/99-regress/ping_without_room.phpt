--TEST--
SeatPush: regress: a ping that finds total_buffer_size used up costs no connection what it has accepted
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 40000000, 'total_buffer_size' => 6000000]);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'full') {
        $s->push($f->fd, $s->stats()['queued_bytes'] >= 6000000 ? 'full' : 'not full');
    } else {
        $s->push($f->fd, random_bytes(1 << 24), WEBSOCKET_OPCODE_BINARY);
    }
});
serve($server);
PHP);
[$one, $two] = [WsClient::connect($server->port)->send('go'), WsClient::connect($server->port)->send('go')];
while (WsClient::connect($server->port)->send('full')->text() !== 'full');
$one->sendFrame(9, 'x');
usleep(200000);
foreach ([$one, $two] as $client) {
    echo strlen($client->text()), "\n";
}
?>
--EXPECT--
16777216
16777216
