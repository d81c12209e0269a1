--TEST--
SeatPush: push: a slow reader within its limit is never reported as gone, and gets everything in order
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 32 << 20, 'buffer_high_watermark' => 8 << 20, 'buffer_low_watermark' => 1 << 20]);
$server->on('Message', function ($s, $f) {
    $ok = 0;
    for ($i = 0; $i < 300; $i++) {
        $ok += $s->push($f->fd, str_repeat('x', 65536) . $i);
    }
    $s->push($f->fd, "$ok accepted");
});
$server->on('BufferFull', function () { echo "full\n"; });
$server->on('BufferEmpty', function () { echo "empty\n"; });
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
$server->until('/full/');
for ($i = 0, $right = 0; $i < 300; $i++) {
    $right += $client->text() === str_repeat('x', 65536) . $i;
}
echo $right, ' ', $client->text(), "\n";
$server->until('/empty/');
$client->close()->rest();
$server->until('/Close/');
$server->stop();
echo $server->stdout();
?>
--EXPECT--
300 300 accepted
full
empty
Close 1000
