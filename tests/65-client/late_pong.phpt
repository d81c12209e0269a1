--TEST--
SeatPush: Client: the pong of a ping that timed out is not taken for the next one's
--EXTENSIONS--
seatpush
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

// Answers the first ping when the second one has come, and never answers the second.
$url = served(function ($client) {
    for ($pings = []; count($pings) < 2; ) {
        $head = fread($client, 6);
        $length = ord($head[1]) & 0x7f;
        $pings[] = fread($client, $length) ^ str_pad('', $length, substr($head, 2));
    }
    fwrite($client, frame($pings[0], 0x8a));
    stream_get_contents($client);
});
$client = new SeatPush\Client($url, timeout: 0.5);
echo outcome(fn () => $client->ping()), "\n";
echo outcome(fn () => $client->ping()), "\n";
unset($client);
?>
--EXPECT--
ping(): no pong within 0.5 s
ping(): no pong within 0.5 s
