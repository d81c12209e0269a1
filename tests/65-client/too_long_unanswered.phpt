--TEST--
SeatPush: Client: after a message that was too long recv() and send() throw, and nothing more is sent, even if the server does not answer the close frame
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

$file = tempnam(sys_get_temp_dir(), 'seatpush-');
$url = served(function ($client) use ($file) {
    fwrite($client, frame(str_repeat('x', 2000)));
    file_put_contents($file, unmask(bin2hex((string) stream_get_contents($client))));
});
$client = new SeatPush\Client($url, maxLength: 1000);
echo outcome(fn () => $client->recv()), "\n";
echo outcome(fn () => $client->send('seats')), "\n";
unset($client);
pcntl_wait($status);
echo 'the server heard ', file_get_contents($file), "\n";
unlink($file);
?>
--EXPECT--
code 1009: the connection is closed: 1009 a message is longer than 1000 bytes
code 1009: the connection is closed: 1009 a message is longer than 1000 bytes
the server heard 88:1009
