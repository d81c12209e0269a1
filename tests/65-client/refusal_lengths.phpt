--TEST--
SeatPush: Client: the lengths that a refusal announces are not believed: its body is what has come, 64 KiB at most
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
$chunked = "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n";
foreach ([
    'the largest chunk' => "{$chunked}FFFFFFFFFFFFFFFF\r\nabc",
    'half of that' => "{$chunked}7FFFFFFFFFFFFFFF\r\nabc",
    '32 bits' => "{$chunked}FFFFFFFF\r\nabc",
    'more than 64 bits' => "{$chunked}1FFFFFFFFFFFFFFFF\r\nabc",
    'the second chunk' => "{$chunked}2\r\nab\r\nFFFFFFFFFFFFFFFE\r\nc",
    'the largest length' => "HTTP/1.1 403 No\r\nContent-Length: 18446744073709551615\r\n\r\nabc",
    'a negative length' => "HTTP/1.1 403 No\r\nContent-Length: -1\r\n\r\nabc",
    'a length that is none' => "HTTP/1.1 403 No\r\nContent-Length: many\r\n\r\nabc",
    'too long a length' => "HTTP/1.1 403 No\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
    'a length and chunks' => "HTTP/1.1 403 No\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    'no length' => "HTTP/1.1 403 No\r\n\r\nabc",
    'no body' => "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\nabc",
    'none by its status' => "HTTP/1.1 304 No\r\nContent-Length: 3\r\n\r\nabc",
    'interim answers first' => "HTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 No\r\nContent-Length: 3\r\n\r\nabc",
    'not a status' => "HTTP/1.1 999 No\r\n\r\nabc",
    'a bare line feed' => "HTTP/1.1 403 No\nTransfer-Encoding: chunked\n\nFFFFFFFFFFFFFFFF\r\nabc",
] as $what => $bytes) {
    try {
        new SeatPush\Client("$peer->url/raw-" . bin2hex($bytes), timeout: BOUND);
    } catch (SeatPush\ClientException $e) {
        echo "$what: $e->status ", json_encode($e->body), $e->status ? '' : preg_replace('/.* failed: /', ' ', $e->getMessage()), "\n";
    }
}
?>
--EXPECT--
the largest chunk: 403 "abc"
half of that: 403 "abc"
32 bits: 403 "abc"
more than 64 bits: 403 ""
the second chunk: 403 "ab"
the largest length: 403 "abc"
a negative length: 403 "abc"
a length that is none: 403 "abc"
too long a length: 403 "abc"
a length and chunks: 403 "abc"
no length: 403 "abc"
no body: 403 ""
none by its status: 304 ""
interim answers first: 403 "abc"
not a status: 0 "" its answer has an invalid status
a bare line feed: 0 "" its answer is not HTTP
