--TEST--
SeatPush: websocket: a client that pings and never reads is closed before its pongs fill the memory
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 100000, 'control_frame_rate' => 0]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, 'served'));
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
$server->tick(1, function () use ($server) {
    if ($server->stats()['queued_bytes'] > 200000) {
        echo "too much\n";
    }
});
serve($server);
PHP);
$flood = WsClient::connect($server->port);
$pings = str_repeat(WsClient::frame(9, str_repeat('p', 125)), 1000);
stream_set_blocking($flood->stream, false);
for ($end = microtime(true) + BOUND; $server->stdout() === '' && microtime(true) < $end; ) {
    $sent = ($sent ?? 0) + (int) @fwrite($flood->stream, substr($pings, ($sent ?? 0) % strlen($pings)));
}
echo $server->stdout(), WsClient::connect($server->port)->send('x')->text(), "\n";
?>
--EXPECT--
Close 1013
served
