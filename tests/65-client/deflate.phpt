--TEST--
SeatPush: Client: with npm ws: compressed and plain messages of all lengths, fragments, control frames in between; a message above the limit closes, however small it was when compressed
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets', 'zlib', 'node ws');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$node = new WsServer();
$client = new SeatPush\Client("ws://127.0.0.1:$node->port/");
echo strtok($client->extensions, ';'), "\n";
$client->send('text 3000');
for ($i = 0, $text = '', $same = 0; $i <= 3000; $i++, $text .= $i % 7 . chr(97 + $i * $i % 26)) {
    $same += $client->recv()->data === $text;
}
echo "$same of 3001\n";
foreach ([1, 99, 100, 1023, 1024, 1025, 5000, 32767, 32768, 32769, 70000, 1000000] as $n) {
    $client->send("random $n");
    for ($i = 0, $x = 1, $bytes = []; $i < $n; $i++, $x = $x * 16807 % 2147483647) {
        $bytes[] = chr($x >> 16 & 255);
    }
    $frame = $client->recv();
    echo $frame->data === implode($bytes) && $frame->opcode === 2 ? "$n same, " : "$n OTHER, ";
}
foreach ([0, 1, 50, 100, 1000, 4095, 4096, 4097, 65535, 65536, 1500000] as $n) {    // what the client sends is not compressed
    $client->send($message = str_repeat('seat ', intdiv($n, 5)) . str_repeat('!', $n % 5));
    echo $client->recv()->data === $message ? 'same, ' : 'OTHER, ';
}
$client->send('fragments 50');
for ($i = 0, $all = ''; $i < 50; $i++) {
    $all .= "part$i" . str_repeat(' ', $i);
}
echo $client->recv()->data === $all ? 'fragments, ' : 'FRAGMENTS, ', $client->ping('x') < 5 ? "pong\n" : '';
$client->send('bomb 40000000');
echo outcome(fn () => $client->recv()), memory_get_peak_usage() < 50e6 ? '' : ' WITH MUCH MEMORY', "\n";
$client = new SeatPush\Client("ws://127.0.0.1:$node->port/");
$client->send('close 1000');
echo outcome(fn () => $client->recv()), "\n";
?>
--EXPECT--
permessage-deflate
3001 of 3001
1 same, 99 same, 100 same, 1023 same, 1024 same, 1025 same, 5000 same, 32767 same, 32768 same, 32769 same, 70000 same, 1000000 same, same, same, same, same, same, same, same, same, same, same, same, fragments, pong
code 1009: the connection is closed: 1009 a message is longer than 2097152 bytes
code 1000: the connection is closed: 1000 as asked
