--TEST--
SeatPush: Client: libwebsockets and the server understand each other: messages of every length form, fields, subprotocol, ping, closing from either side
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

$server = TestServer::start(<<<'PHP'
$s = new SeatPush\Server('127.0.0.1', 0);
$s->set(['websocket_subprotocol' => 'v2.chat', 'package_max_length' => 3000000]);
$s->on('Open', fn ($s, $request) => $s->push($request->fd, json_encode([$request->server['request_uri'], $request->server['query_string'] ?? '', $request->header['cookie'], $request->header['x-two'], $request->header['host'] === "127.0.0.1:$s->port"])));
$s->on('Message', function ($s, $frame) {
    if (str_starts_with($frame->data, 'close ')) {
        [, $code, $reason] = explode(' ', $frame->data, 3);
        $s->disconnect($frame->fd, (int) $code, $reason);
    } elseif ($frame->data === 'burst') {
        for ($i = 0; $i < 1000; $i++) {
            $s->push($frame->fd, (string) $i);
        }
    } elseif ($frame->data === 'fragments') {
        $s->push($frame->fd, 'one ', 1, 0);
        $s->push($frame->fd, 'two ', 0, 0);
        $s->push($frame->fd, 'three', 0, 1);
    } else {
        $s->push($frame->fd, $frame->data, $frame->opcode);
    }
});
$s->on('Close', fn ($s, $fd, $reactor, $code, $reason) => print("closed $code $reason\n"));
serve($s);
PHP);
$url = "ws://127.0.0.1:$server->port";

$client = new SeatPush\Client("$url/a/b?c=d&e", ['Cookie' => 'x=y; z', 'X-Two' => 2], ['v1.chat', 'v2.chat'], 5);
echo stripslashes($client->recv()->data), " $client->subprotocol [$client->extensions]\n";
foreach ([0, 1, 125, 126, 65535, 65536, 3000000] as $length) {
    foreach ([WEBSOCKET_OPCODE_TEXT, WEBSOCKET_OPCODE_BINARY] as $opcode) {
        $message = substr(str_repeat($opcode === WEBSOCKET_OPCODE_TEXT ? "0123456789abcdef" : "\xff\x00\x80", intdiv($length, 3) + 1), 0, $length);
        $big = $length > 2000000 ? new SeatPush\Client($url, ['Cookie' => '', 'X-Two' => ''], maxLength: 3000000) : $client;
        $big === $client ?: $big->recv();
        $big->send($message, $opcode);
        $frame = $big->recv();
        echo $length, $frame->data === $message && $frame->opcode === $opcode && $frame->finish ? ' same, ' : ' OTHER, ';
    }
}
unset($big);
echo "\n", json_encode([$client->recv(0), $client->ping() < 5, $client->ping(str_repeat('p', 125)) < 5]), "\n";
$client->send('burst');
$client->ping();    // after the burst: all of it is kept now
echo implode(' ', array_map(fn () => $client->recv(0)->data, range(0, 999))) === implode(' ', range(0, 999)) ? "a burst in order\n" : "burst: wrong\n";
$client->send('fragments');
echo $client->recv()->data, "\n";
foreach (['1000 bye', '1001 away', '1011 broken', '3000 own', '4999 ' . str_repeat('r', 123)] as $how) {
    $client = new SeatPush\Client($url, ['Cookie' => '', 'X-Two' => '']);
    $client->recv();
    $client->send("close $how");
    echo strtok($how, ' '), ': ', outcome(fn () => $client->recv()), '; ', outcome(fn () => $client->send('x')) === outcome(fn () => $client->ping()) ? 'for send() and ping() too' : 'OTHER', "\n";
    $client->close();
}
$client = new SeatPush\Client($url, ['Cookie' => '', 'X-Two' => '']);
$client->send('kept');
$client->ping();
$client->close(4000, 'done');
echo strlen($client->recv()->data) > 9 ? 'before the close: ' : '', $client->recv()->data, ', ', outcome(fn () => $client->recv()), "\n";
$server->stop();
$closes = explode("\n", trim($server->stdout()));
sort($closes);    // a later connection may end sooner
echo implode("\n", $closes), "\n";
?>
--EXPECT--
["/a/b","c=d&e","x=y; z","2",true] v2.chat []
0 same, 0 same, 1 same, 1 same, 125 same, 125 same, 126 same, 126 same, 65535 same, 65535 same, 65536 same, 65536 same, 3000000 same, 3000000 same, 
[null,true,true]
a burst in order
one two three
1000: code 1000: the connection is closed: 1000 bye; for send() and ping() too
1001: code 1001: the connection is closed: 1001 away; for send() and ping() too
1011: code 1011: the connection is closed: 1011 broken; for send() and ping() too
3000: code 3000: the connection is closed: 3000 own; for send() and ping() too
4999: code 4999: the connection is closed: 4999 rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr; for send() and ping() too
before the close: kept, code 4000: the connection is closed: 4000 done
closed 1000 bye
closed 1001 
closed 1001 
closed 1001 
closed 1001 away
closed 1011 broken
closed 3000 own
closed 4000 done
closed 4999 rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
