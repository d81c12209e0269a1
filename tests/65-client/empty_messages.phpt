--TEST--
SeatPush: Client: messages that are not received hold the server back, even empty ones
--EXTENSIONS--
seatpush
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets', '/proc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$url = served(function ($client) {
    $many = str_repeat(frame(''), 20000);
    for ($i = 0; $i < 400 && @fwrite($client, $many); $i++);    // blocks when nobody receives
});
function memory(): int    // KiB
{
    preg_match('/VmRSS:\s+(\d+)/', file_get_contents('/proc/self/status'), $match);
    return (int) $match[1];
}
$client = new SeatPush\Client($url, timeout: 1, maxLength: 1000);
$before = memory();
echo outcome(fn () => $client->ping()), "\n";
echo memory() - $before < 50000 ? 'little is kept' : 'MUCH IS KEPT: ' . memory() - $before . ' KiB', "\n";
unset($client);
?>
--EXPECT--
ping(): no pong within 1 s
little is kept
