--TEST--
SeatPush: Client: with this server's own permessage-deflate, as libwebsockets offers it: what is pushed comes compressed, and plain messages are taken
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets', 'zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_compression' => true]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data === 'count' ? $s->stats()['compressed_push_count'] : $f->data));
serve($server);
PHP);
$client = new SeatPush\Client("ws://127.0.0.1:$server->port/");
echo $client->extensions, "\n";
foreach ([0, 1, 127, 128, 1000, 4096, 65536, 1000000] as $length) {
    $client->send($message = substr(str_repeat('row 7, seat 8; ', 70000), 0, $length));
    echo $client->recv()->data === $message ? 'same, ' : 'OTHER, ';
}
$client->send('count');
echo $client->recv()->data, "\n";
$client->close();
echo $server->stop(), "\n";
?>
--EXPECT--
permessage-deflate; server_no_context_takeover; client_no_context_takeover
same, same, same, same, same, same, same, same, 5
0
