--TEST--
SeatPush: Client: with permessage-deflate as well only the first frame of a message may have RSV1; what came before is received
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

$packed = substr(deflate_add(deflate_init(ZLIB_ENCODING_RAW), 'packed', ZLIB_SYNC_FLUSH), 0, -4);
foreach ([
    'a message' => frame('x') . frame($packed, 0xc1),
    'in fragments' => frame('x') . frame(substr($packed, 0, 3), 0x41) . frame(substr($packed, 3), 0x80),
    'on a ping' => frame('x') . frame('ping', 0xc9),
    'on a pong' => frame('x') . frame('pong', 0xca),
    'on a close frame' => frame('x') . frame("\x03\xe8", 0xc8),
    'on a later fragment' => frame('x') . frame($packed, 0x41) . frame('', 0xc0),
    'RSV2' => frame('x') . frame('x', 0xa1),
    'RSV1 and RSV3' => frame('x') . frame($packed, 0xd1),
    'more than would inflate to max_length' => frame('x') . "\xc1\x7f\x00\x00\x00\x00\x00\x40\x00\x00x",
    'not inflatable' => frame('x') . frame("\xff\xff\xff", 0xc1),
] as $what => $bytes) {
    $url = served(function ($client) use ($bytes) {
        fwrite($client, $bytes);
        stream_get_contents($client);
    }, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
    $client = new SeatPush\Client($url, timeout: BOUND);
    echo "$what: ", outcome(fn () => $client->recv()->data), ', ', outcome(fn () => $client->recv()->data), "\n";
    unset($client);
}
?>
--EXPECT--
a message: "x", "packed"
in fragments: "x", "packed"
on a ping: "x", code 1002: the connection is closed: 1002 a control frame has a reserved bit set
on a pong: "x", code 1002: the connection is closed: 1002 a control frame has a reserved bit set
on a close frame: "x", code 1002: the connection is closed: 1002 a control frame has a reserved bit set
on a later fragment: "x", code 1002: the connection is closed: 1002 a frame has a reserved bit set
RSV2: "x", code 1002: the connection is closed: 1002 a frame has a reserved bit set
RSV1 and RSV3: "x", code 1002: the connection is closed: 1002 a frame has a reserved bit set
more than would inflate to max_length: "x", code 1009: the connection is closed: 1009 a message is longer than 2097152 bytes
not inflatable: "x", code 1007: the connection is closed: 1007 a message cannot be inflated
