--TEST--
SeatPush: permessage-deflate: what a peer may send, cut anywhere, and what it may not: reserved bits 1002, invalid data and text 1007, more than package_max_length 1009
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/deflate.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_compression' => true, 'package_max_length' => 1 << 18, 'compression_min_length' => 1 << 30]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, strlen($f->data) < 40 ? $f->data : strlen($f->data) . ' ' . md5($f->data), $f->opcode));
serve($server);
PHP);
$hello = "\xf2\x48\xcd\xc9\xc9\x07\x00";

echo "-- forms of RFC 7692 section 7.2.3\n";
$client = deflating($server->port);
foreach ([$hello, "\x00\x05\x00\xfa\xffHello\x00", "\xf3\x48\xcd\xc9\xc9\x07\x00\x00", "\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00", "\xf3\x48\xcd\xc9\xc9\x07\x00"] as $bytes) {
    echo heard($client->sendFrame(1, $bytes, rsv: 4)), "\n";
}
foreach (["\0", '', "\x02\x00", "\x03\x00", str_repeat("\0\0\0\xff\xff", 5) . "\0"] as $bytes) {
    echo '"', heard($client->sendFrame(1, $bytes, rsv: 4)), "\"\n";
}
echo "-- plain ones in between\n";
echo heard($client->send('Hello')), ', ', heard($client->sendFrame(1, $hello, rsv: 4)), "\n";

echo "-- in two fragments, at every place, with a ping in between\n";
for ($at = 0; $at <= 7; $at++) {
    $client->sendFrame(1, substr($hello, 0, $at), false, 4)->sendFrame(9, "$at")->sendFrame(0, substr($hello, $at));
    echo heard($client), ', ', heard($client), $at < 7 ? '; ' : "\n";
}
echo "-- byte by byte\n";
foreach (str_split(WsClient::frame(1, substr($hello, 0, 3), false, 4) . WsClient::frame(0, substr($hello, 3))) as $byte) {
    $client->raw($byte);
}
echo heard($client), "\n";

echo "-- lengths and windows\n";
mt_srand(1);
for ($noise = ''; strlen($noise) < 1 << 18; $noise .= pack('N', mt_rand())) {
}
$same = $all = 0;
foreach ([1, 100, 512, 513, 32768, 32769, 1 << 18] as $length) {
    foreach ([substr($noise, 0, $length), str_repeat("\0", $length), str_repeat(substr($noise, 0, 30000), 9)] as $data) {
        foreach ([9, 15] as $window) {
            $data = substr($data, 0, $length);
            $answer = heard($client->sendFrame(2, deflated($data, $window), rsv: 4));
            $same += $answer === 'plain ' . ($length < 40 ? $data : "$length " . md5($data));
            $all++;
        }
    }
}
echo "$same of $all\n";

echo "-- what ends a connection\n";
$ends = [
    'RSV1 in a continuation' => WsClient::frame(1, $hello, false, 4) . WsClient::frame(0, '', true, 4),
    'RSV1 in a ping' => WsClient::frame(9, '', true, 4),
    'RSV1 in a close frame' => WsClient::frame(8, "\x03\xe8", true, 4),
    'RSV2' => WsClient::frame(1, $hello, true, 2),
    'RSV1 and RSV3' => WsClient::frame(1, $hello, true, 5),
    'no deflate data' => WsClient::frame(1, "\xff\xff\xff", true, 4),
    'a block that is cut off' => WsClient::frame(1, substr($hello, 0, 5), true, 4),
    'a stored block that is cut off' => WsClient::frame(1, "\x00\x05\x00\xfa\xffHel", true, 4),
    'with a window from before' => WsClient::frame(1, "\xf2\x00\x11\x00\x00", true, 4),
    'text that is not UTF-8' => WsClient::frame(1, deflated("\xff"), true, 4),
    'half a character' => WsClient::frame(1, deflated("\xe2\x82"), true, 4),
    'one byte too long' => WsClient::frame(2, deflated(str_repeat("\0", (1 << 18) + 1)), true, 4),
    'a bomb of 200 MiB' => WsClient::frame(2, str_repeat(deflated(str_repeat("\0", 1 << 20)) . "\0\0\xff\xff", 200) . "\0", true, 4),
    'more bytes than that' => WsClient::frame(2, "\x00", false, 4) . WsClient::frame(0, str_repeat("\0\0\0\xff\xff", 250000) . "\0"),
];
foreach ($ends as $what => $bytes) {
    $client = deflating($server->port);
    echo "$what: ", heard($client->sendFrame(1, $hello, rsv: 4)), ', ', heard($client->raw($bytes)), "\n";
}
echo $server->stop(), "\n";
?>
--EXPECT--
-- forms of RFC 7692 section 7.2.3
plain Hello
plain Hello
plain Hello
plain Hello
plain Hello
"plain "
"plain "
"plain "
"plain "
"plain "
-- plain ones in between
plain Hello, plain Hello
-- in two fragments, at every place, with a ping in between
pong 0, plain Hello; pong 1, plain Hello; pong 2, plain Hello; pong 3, plain Hello; pong 4, plain Hello; pong 5, plain Hello; pong 6, plain Hello; pong 7, plain Hello
-- byte by byte
plain Hello
-- lengths and windows
42 of 42
-- what ends a connection
RSV1 in a continuation: plain Hello, close 1002 reserved bits are set
RSV1 in a ping: plain Hello, close 1002 reserved bits are set
RSV1 in a close frame: plain Hello, close 1002 reserved bits are set
RSV2: plain Hello, close 1002 reserved bits are set
RSV1 and RSV3: plain Hello, close 1002 reserved bits are set
no deflate data: plain Hello, close 1007 compressed data is invalid
a block that is cut off: plain Hello, close 1007 compressed data is invalid
a stored block that is cut off: plain Hello, close 1007 compressed data is invalid
with a window from before: plain Hello, close 1007 compressed data is invalid
text that is not UTF-8: plain Hello, close 1007 text is not UTF-8
half a character: plain Hello, close 1007 text is not UTF-8
one byte too long: plain Hello, close 1009 message is too big
a bomb of 200 MiB: plain Hello, close 1009 message is too big
more bytes than that: plain Hello, close 1009 message is too big
0
