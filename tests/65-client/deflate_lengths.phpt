--TEST--
SeatPush: Client: compressed messages of lengths around those of all buffers arrive unchanged
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

$lengths = [...range(1, 40), ...range(1010, 1040), ...range(4080, 4120), ...range(16370, 16400), ...range(32750, 32780), ...range(1999980, 2000020, 4)];
$url = served(function ($client) use ($lengths) {
    $deflate = deflate_init(ZLIB_ENCODING_RAW);
    foreach ($lengths as $i => $length) {
        $payload = substr(deflate_add($deflate, str_repeat('a', $length), ZLIB_SYNC_FLUSH), 0, -4);
        $half = intdiv(strlen($payload), 2);
        fwrite($client, $i % 2 ? frame($payload, 0xc1) : frame(substr($payload, 0, $half), 0x41) . frame('between', 0x8a) . frame(substr($payload, $half), 0x80));
    }
    fwrite($client, frame('not compressed'));
    fwrite($client, frame("\xff\xff", 0xc1));
    stream_get_contents($client);
}, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
$client = new SeatPush\Client($url);
$same = 0;
foreach ($lengths as $length) {
    $same += $client->recv()->data === str_repeat('a', $length);
}
echo $same === count($lengths) ? 'all' : "$same of " . count($lengths), "\n", $client->recv()->data, "\n";
echo outcome(fn () => $client->recv()), "\n";
?>
--EXPECT--
all
not compressed
code 1007: the connection is closed: 1007 a message cannot be inflated
