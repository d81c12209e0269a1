--TEST--
SeatPush: websocket: violations of the protocol are answered with 1002, 1007 or 1009
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 100]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, 'took it'));
serve($server);
PHP);
foreach ([
    'unmasked' => WsClient::frame(1, 'x', mask: false),
    'rsv1' => WsClient::frame(1, 'x', rsv: 4),
    'opcode 3' => WsClient::frame(3, 'x'),
    'opcode 11' => WsClient::frame(11, 'x'),
    'fragmented ping' => WsClient::frame(9, 'x', false),
    'long ping' => WsClient::frame(9, str_repeat('x', 126)),
    'lone continuation' => WsClient::frame(0, 'x'),
    'text in a message' => WsClient::frame(1, 'x', false) . WsClient::frame(1, 'y'),
    'long form' => "\x81\xfe\x00\x01k3y!x",
    'close of 1 byte' => WsClient::frame(8, 'x'),
    'close 1005' => WsClient::frame(8, pack('n', 1005)),
    'bad reason' => WsClient::frame(8, pack('n', 1000) . "\xff"),
    'bad text' => WsClient::frame(1, "a\xffb"),
    'bad at once' => substr(WsClient::frame(1, "a\xff" . str_repeat('b', 50)), 0, 9),
    'cut character' => WsClient::frame(1, "\xe2\x82"),
    'announced' => "\x81\xfe\x00\xffk3y!",
] as $what => $bytes) {
    echo "$what: ", substr(WsClient::connect($server->port)->raw($bytes)->text(), 0, 10), "\n";
}
?>
--EXPECT--
unmasked: close 1002
rsv1: close 1002
opcode 3: close 1002
opcode 11: close 1002
fragmented ping: close 1002
long ping: close 1002
lone continuation: close 1002
text in a message: close 1002
long form: close 1002
close of 1 byte: close 1002
close 1005: close 1002
bad reason: close 1007
bad text: close 1007
bad at once: close 1007
cut character: close 1007
announced: close 1009
