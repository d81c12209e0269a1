--TEST--
SeatPush: Client: close() waits for the answer, so what was sent before it arrives, even if messages were not received
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
    for ($i = 0; $i < 300; $i++) {
        fwrite($client, frame(str_repeat('n', 10000)));    // blocks when nobody receives
    }
    for ($all = ''; strlen($all) < 1500014 + 11 && ($some = fread($client, 65536)) !== '' && $some !== false; $all .= $some);
    file_put_contents($file, strlen($all) >= 1500014 ? 'all arrived' : 'only ' . strlen($all) . ' of 1500014 bytes');
    fwrite($client, frame(pack('n', 1000), 0x88));
});
$client = new SeatPush\Client($url, timeout: BOUND, maxLength: 1500000);
$client->send(str_repeat('d', 1500000));
$client->close(1000, 'bye');
pcntl_wait($status);
echo file_get_contents($file), "\n";
unlink($file);
?>
--EXPECT--
all arrived
