--TEST--
SeatPush: Client: what no decent server sends ends the connection or is ignored; pings are answered
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$peer = new Peer();
foreach ([
    'unsolicited pong' => frame('p', 0x8a) . frame('x'),
    'pings' => frame('one', 0x89) . frame('x'),
    'empty' => frame('', 0x82),
    'empty last fragment' => frame('a', 0x01) . frame('', 0x80),
    'control frame between' => frame('a', 0x01) . frame('', 0x8a) . frame('b', 0x80),
    'close without a code' => frame('', 0x88),
    'close, then more' => frame("\x03\xe8bye", 0x88) . frame('late'),
    'bad UTF-8' => frame("a\xff"),
    'UTF-8 cut at the end' => frame("\xc3"),
    'UTF-8 over fragments' => frame("\xc3", 0x01) . frame("\xa9", 0x80),
    'bad UTF-8 as binary' => frame("\xff", 0x82),
    'reserved bit' => frame('x', 0xc1),
    'reserved opcode' => frame('x', 0x83),
    'a continuation of nothing' => frame('x', 0x80),
    'long ping' => frame(str_repeat('x', 126), 0x89),
    'ping in fragments' => frame('x', 0x09),
    'a masked frame' => frame('x') . "\x81\x81abcd\x19",
    'a masked ping' => "\x89\x80abcd",
    'a close of one byte' => frame("\x03", 0x88),
    'a close whose reason is no UTF-8' => frame("\x03\xe8a\xff", 0x88),
    'a close with a code that none may send' => frame("\x03\xed", 0x88),
    'a message in a message' => frame('a', 0x01) . frame('b'),
    'a length in a longer form' => "\x81\x7e\x00\x01x",
    'four exabytes' => "\x82\x7f\x40\x00\x00\x00\x00\x00\x00\x00abc",
    'an exabyte in fragments' => frame('a', 0x02) . "\x80\x7f\x10\x00\x00\x00\x00\x00\x00\x00abc",
    'an exabyte' => "\x82\x7f\x00\x80\x00\x00\x00\x00\x00\x00abc",
    'length with the highest bit' => "\x82\x7f\xff\xff\xff\xff\xff\xff\xff\xff",
] as $what => $bytes) {
    $client = new SeatPush\Client("$peer->url/" . bin2hex($bytes), timeout: BOUND);
    $first = outcome(fn () => ($frame = $client->recv(BOUND)) ? [bin2hex($frame->data), $frame->opcode] : 'nothing');
    $client->close();
    unset($client);
    echo "$what: $first; it said ", unmask($peer->heard()), "\n";
}
?>
--EXPECT--
unsolicited pong: ["78",1]; it said 88:1000
pings: ["78",1]; it said 8a:one 88:1000
empty: ["",2]; it said 88:1000
empty last fragment: ["61",1]; it said 88:1000
control frame between: ["6162",1]; it said 88:1000
close without a code: code 1005: the connection is closed: 1005; it said 88:
close, then more: code 1000: the connection is closed: 1000 bye; it said 88:1000
bad UTF-8: code 1007: the connection is closed: 1007 a text is not UTF-8; it said 88:1007
UTF-8 cut at the end: code 1007: the connection is closed: 1007 a text is not UTF-8; it said 88:1007
UTF-8 over fragments: ["c3a9",1]; it said 88:1000
bad UTF-8 as binary: ["ff",2]; it said 88:1000
reserved bit: code 1002: the connection is closed: 1002 a frame has a reserved bit set; it said 88:1002
reserved opcode: code 1002: the connection is closed: 1002 a frame has a reserved opcode; it said 88:1002
a continuation of nothing: code 1002: the connection is closed: 1002 a fragment continues no message; it said 88:1002
long ping: code 1002: the connection is closed: 1002 a control frame is in fragments, or longer than 125 bytes; it said 88:1002
ping in fragments: code 1002: the connection is closed: 1002 a control frame is in fragments, or longer than 125 bytes; it said 88:1002
a masked frame: ["78",1]; it said 88:1002
a masked ping: code 1002: the connection is closed: 1002 a frame is masked; it said 88:1002
a close of one byte: code 1002: the connection is closed: 1002 a close frame has a payload of one byte; it said 88:1002
a close whose reason is no UTF-8: code 1007: the connection is closed: 1007 the reason of a close frame is not UTF-8; it said 88:1007
a close with a code that none may send: code 1002: the connection is closed: 1002 a close frame has the invalid code 1005; it said 88:1002
a message in a message: code 1002: the connection is closed: 1002 a message begins within another one; it said 88:1002
a length in a longer form: code 1002: the connection is closed: 1002 a frame has a malformed length; it said 88:1002
four exabytes: code 1009: the connection is closed: 1009 a message is longer than 2097152 bytes; it said 88:1009
an exabyte in fragments: code 1009: the connection is closed: 1009 a message is longer than 2097152 bytes; it said 88:1009
an exabyte: code 1009: the connection is closed: 1009 a message is longer than 2097152 bytes; it said 88:1009
length with the highest bit: code 1002: the connection is closed: 1002 a frame has a malformed length; it said 88:1002
