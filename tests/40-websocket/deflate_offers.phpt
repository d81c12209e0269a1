--TEST--
SeatPush: permessage-deflate: which offers are accepted, with what window, and what clients with each window get
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/deflate.inc';

$code = <<<'PHP'
$server->on('Open', fn ($s, $q) => $s->subscribe($q->fd, 'all'));
$server->on('Message', function ($s, $f) {
    mt_srand(1);
    for ($noise = ''; strlen($noise) < 20000; $noise .= pack('N', mt_rand())) {
    }
    $s->publish('all', match ($f->data) {
        'text' => str_repeat('row 7 seat 8, ', 5000),
        'far' => str_repeat($noise, 3),
        'noise' => $noise,
    }, WEBSOCKET_OPCODE_BINARY);
});
serve($server);
PHP;
$server = TestServer::start("\$server = new SeatPush\\Server('127.0.0.1', 0); \$server->set(['websocket_compression' => true]); $code");
$small = TestServer::start("\$server = new SeatPush\\Server('127.0.0.1', 0); \$server->set(['websocket_compression' => true, 'websocket_compression_window' => 10, 'websocket_compression_memory' => 1, 'websocket_compression_level' => 1]); $code");
$offers = ['permessage-deflate', 'permessage-deflate; server_max_window_bits=8', 'permessage-deflate; server_max_window_bits=8, permessage-deflate; server_max_window_bits="9"',
    "foo, permessage-deflate; bar\r\nSec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=12", 'permessage-deflate; client_max_window_bits=8; server_no_context_takeover'];
foreach ($offers as $offer) {
    echo strtr($offer, ["\r\n" => ' ']), "\n  ", agreed(deflating($server->port, $offer)), "\n  ", agreed(deflating($small->port, $offer)), "\n";
}
$refused = WsClient::upgrade($server->port, '/', ['Sec-WebSocket-Extensions' => 'permessage-deflate; server_max_window_bits=']);
echo $refused->status, ' ', $refused->rest(), "\n";

$reference = WsClient::connect($server->port);
$clients = [];
for ($window = 9; $window <= 15; $window++) {
    $clients[$window] = [deflating($server->port, "permessage-deflate; server_max_window_bits=$window"), deflating($server->port, "permessage-deflate; server_max_window_bits=$window")];
}
foreach (['text', 'far', 'noise'] as $what) {
    $expected = $reference->send($what)->text();
    echo "$what: ";
    foreach ($clients as $window => [$one, $two]) {
        $frame = $one->read();
        $again = $two->read();
        $data = $frame['rsv1'] ? inflated($frame['payload'], $window) : $frame['payload'];
        echo $data === $expected && $frame === $again ? ($frame['rsv1'] ? 'compressed ' : 'plain ') : 'OTHER ';
    }
    echo "\n";
}
echo $server->stop(), $small->stop(), "\n";
?>
--EXPECT--
permessage-deflate
  permessage-deflate; server_no_context_takeover; client_no_context_takeover
  permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10
permessage-deflate; server_max_window_bits=8
  none
  none
permessage-deflate; server_max_window_bits=8, permessage-deflate; server_max_window_bits="9"
  permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=9
  permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=9
foo, permessage-deflate; bar Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=12
  permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12
  permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10
permessage-deflate; client_max_window_bits=8; server_no_context_takeover
  permessage-deflate; server_no_context_takeover; client_no_context_takeover
  permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10
400 The field Sec-WebSocket-Extensions is malformed.

text: compressed compressed compressed compressed compressed compressed compressed 
far: plain plain plain plain plain plain compressed 
noise: plain plain plain plain plain plain plain 
00
