--TEST--
SeatPush: session: a waiting write() goes on even when another callback's push() wrote everything in the same turn
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 100000, 'slow_callback_ms' => 0]);
$server->on('Message', function ($s, $f) {
    echo "$f->data\n";
    usleep($f->data === 'block' ? 500000 : 10000);    // the second one is late enough for push() to write all that waits
    $s->push($f->fd, 'pushed');
});
$server->on('Request', function ($q, $r) {
    $r->header('Connection', 'close');
    for ($n = 0; $n < 1000 && $r->write(str_repeat('x', 65536)); $n++) {
        echo '.';
    }
    $r->end();
});
serve($server);
PHP);
$reader = (new HttpClient($server->port))->request('GET', '/');
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
for ($read = $rounds = 0; $rounds < 4; $rounds++) {
    for ($before = -1; ($now = substr_count($server->stdout(), '.')) !== $before; usleep(50000)) {
        $before = $now;    // it waits when nothing more is written
    }
    $a->send('block');
    $server->until('/(block.*){' . ($rounds + 1) . '}/s');
    // While the loop is blocked, the reader makes room, then the other client sends. Both are for the next turn.
    stream_set_blocking($reader->stream, false);
    while (($bytes = fread($reader->stream, 1 << 16)) !== '' && $bytes !== false) {
        $read += strlen($bytes);
    }
    stream_set_blocking($reader->stream, true);
    $b->send('late');
    echo $a->text(), ' ', $b->text(), "\n";
}
echo $read + strlen($reader->rest()) > 1000 * 65536 ? 'all came' : 'something is lacking', "\n";
?>
--EXPECT--
pushed pushed
pushed pushed
pushed pushed
pushed pushed
all came
