--TEST--
SeatPush: websocket: only the shortest form of a length is valid, and every frame from a client is masked
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, (string) strlen($f->data)));
serve($server);
PHP);
$forms = [7 => fn ($n) => chr(0x80 | $n), 16 => fn ($n) => "\xfe" . pack('n', $n), 64 => fn ($n) => "\xff" . pack('J', $n)];
foreach ([[7, 0], [7, 125], [16, 0], [16, 125], [16, 126], [16, 65535], [64, 0], [64, 125], [64, 126], [64, 65535], [64, 65536], [64, PHP_INT_MIN], [64, -1]] as [$bits, $length]) {
    $bytes = "\x82" . $forms[$bits]($length) . 'k3y!';
    $whole = $length >= 0 ? str_repeat('x', $length) : '';
    printf("%s in %d bits: %s\n", [PHP_INT_MIN => '2^63', -1 => '2^64 - 1'][$length] ?? $length, $bits, WsClient::connect($server->port)->raw($bytes . $whole)->text());
}
foreach ([9, 10, 8] as $opcode) {
    foreach ([16, 64] as $bits) {
        $answers[] = WsClient::connect($server->port)->raw(chr(0x80 | $opcode) . $forms[$bits](2) . "k3y!\x68\xdb")->text();
    }
}
foreach ([1, 2, 8, 9, 10, 0] as $opcode) {
    foreach (['', "\x03\xe8"] as $payload) {
        $client = WsClient::connect($server->port)->raw($opcode === 0 ? WsClient::frame(2, '', false) : '');
        $unmasked[] = $client->sendFrame($opcode, $payload, mask: false)->text();
    }
}
echo 'control frames in long forms: ', implode(', ', array_unique($answers)), "\n";
echo 'unmasked: ', implode(', ', array_unique($unmasked)), "\n";
?>
--EXPECT--
0 in 7 bits: 0
125 in 7 bits: 125
0 in 16 bits: close 1002 length is not in its shortest form
125 in 16 bits: close 1002 length is not in its shortest form
126 in 16 bits: 126
65535 in 16 bits: 65535
0 in 64 bits: close 1002 length is not in its shortest form
125 in 64 bits: close 1002 length is not in its shortest form
126 in 64 bits: close 1002 length is not in its shortest form
65535 in 64 bits: close 1002 length is not in its shortest form
65536 in 64 bits: 65536
2^63 in 64 bits: close 1002 length is not in its shortest form
2^64 - 1 in 64 bits: close 1002 length is not in its shortest form
control frames in long forms: close 1002 length is not in its shortest form
unmasked: close 1002 frame is not masked
