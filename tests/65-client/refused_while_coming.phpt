--TEST--
SeatPush: Client: a message that is refused while most of it is still coming ends the connection in order
--EXTENSIONS--
seatpush
pcntl
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets', 'zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

// Each in one frame, longer than all buffers.
$long = fn (string $payload, int $first) => chr($first) . "\x7f" . pack('J', strlen($payload)) . $payload;
$deflate = deflate_init(ZLIB_ENCODING_RAW, ['level' => 1]);
$random = implode(array_map(fn ($i) => hash('sha512', "$i", true), range(1, 45000)));    // 2.9 MB that cannot be compressed
foreach ([
    'too long' => $long(str_repeat('x', 3 << 20), 0x81),
    'no UTF-8' => $long(str_repeat("\xff", 1 << 20), 0x81),
    'too long, compressed' => $long(substr(deflate_add($deflate, $random, ZLIB_SYNC_FLUSH), 0, -4), 0xc2),
    'cannot be inflated' => $long(str_repeat("\xff", 1 << 20), 0xc2),
] as $what => $bytes) {
    $url = served(function ($client) use ($bytes) {
        @fwrite($client, $bytes);
        stream_get_contents($client);
    }, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
    $client = new SeatPush\Client($url);
    echo "$what: ", outcome(fn () => $client->recv()), "\n";
    unset($client);
}
?>
--EXPECT--
too long: code 1009: the connection is closed: 1009 a message is longer than 2097152 bytes
no UTF-8: code 1007: the connection is closed: 1007 a text is not UTF-8
too long, compressed: code 1009: the connection is closed: 1009 a message is longer than 2097152 bytes
cannot be inflated: code 1007: the connection is closed: 1007 a message cannot be inflated
