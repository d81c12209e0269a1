--TEST--
SeatPush: Client: a refusal has its status and body; the error for an invalid argument says what is valid
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
$s->set(['allowed_origins' => ['https://shop.example'], 'max_conn_per_ip' => 1]);
$s->on('Message', fn () => null);
$own = $s->listen('127.0.0.1', 0);
$own->set(['allowed_origins' => null, 'max_conn_per_ip' => 0]);
$own->on('Handshake', function ($request, $response) {
    $response->status(401);
    $response->header('WWW-Authenticate', 'Bearer');
    $response->write('first ');
    $response->end("second\nthird");
    return false;
});
$own->on('Message', fn () => null);
$http = $s->listen('127.0.0.1', 0);
$http->set(['open_websocket_protocol' => false]);
$http->on('Request', fn ($request, $response) => $response->end('just a page'));
serve($s);
PHP);
[$one, $two, $three] = array_map(fn ($port) => "ws://127.0.0.1:$port/", $server->ports);
echo outcome(fn () => new SeatPush\Client($one, ['Origin' => 'https://evil.example'])), "\n";
$first = new SeatPush\Client($one, ['Origin' => 'https://shop.example']);
echo outcome(fn () => new SeatPush\Client($one)), "\n", outcome(fn () => new SeatPush\Client($two)), "\n";
try {
    new SeatPush\Client($two);
} catch (SeatPush\ClientException $e) {
    echo json_encode([$e->status, $e->body, $e->getCode()]), "\n";
}
echo outcome(fn () => new SeatPush\Client($three)), "\n";

foreach ([
    [''], ['localhost'], ['http://x/'], ['ws://'], ['ws://u:p@x/'], ['ws://x/#part'], ['ws://x/ y'], ["ws://x/\u{e9}"], ["ws://x/\r\nA: b"], ['ws://a b/'], ['ws://x:99999/'],
    [$one . str_repeat('x', 8192)], [$one, ['Cookie']], [$one, ['A B' => 'x']], [$one, ['A' => "x\r\nB: c"]], [$one, ['sec-websocket-key' => 'x']], [$one, ['Host' => 'x']],
    [$one, ['X' => str_repeat('x', 8192)]], [$one, ['X' => []]], [$one, [], ['a b']], [$one, [], [1]], [$one, [], [], 0], [$one, [], [], NAN], [$one, [], [], 1, '/no/file.pem'], [$one, [], [], 1, null, 0],
] as $arguments) {
    echo substr(preg_replace("~1:\\d+~", "1", json_encode(array_map(fn ($x) => is_float($x) ? 'NAN' : $x, array_slice($arguments, count($arguments) > 1 ? 1 : 0)), JSON_UNESCAPED_SLASHES)), 0, 50), ' ', outcome(fn () => @new SeatPush\Client(...$arguments)), "\n";
}
echo outcome(fn () => $first->send("\xff")), "\n", outcome(fn () => $first->send('x', 9)), "\n", outcome(fn () => $first->ping(str_repeat('x', 126))), "\n", outcome(fn () => $first->recv(-1)), "\n";
foreach ([[0], [999], [1005], [1006], [1015], [2000], [5000], [70000], [1000, str_repeat('x', 124)], [1000, "\xff"]] as $close) {
    echo $close[0], ' ', outcome(fn () => $first->close(...$close)), "\n";
}
echo json_encode($first->ping() > 0), ' ', outcome(fn () => $first->__construct($one)), ' ', outcome(fn () => clone $first), ' ', outcome(fn () => serialize($first)), "\n";
?>
--EXPECT--
status 403, * refused the upgrade with status 403: Pages from this origin may not connect here.
status 429, * refused the upgrade with status 429: Too many connections come from your address
status 401, * refused the upgrade with status 401: first second
[401,"first second\nthird",0]
status 400, * refused the upgrade with status 400: This port does not serve WebSocket connections.
[""] ValueError: #1 ($url) must be ws://host[:port][/path] or wss://host[:port][/path]
["localhost"] ValueError: #1 ($url) must be ws://host[:port][/path] or wss://host[:port][/path]
["http://x/"] ValueError: #1 ($url) must begin with ws:// or wss://
["ws://"] ValueError: #1 ($url) must be ws://host[:port][/path] or wss://host[:port][/path]
["ws://u:p@x/"] ValueError: #1 ($url) must not contain a user; give a field instead: headers: ['Authorization' => ...]
["ws://x/#part"] ValueError: #1 ($url) must not contain a fragment (RFC 6455 section 3)
["ws://x/ y"] ValueError: #1 ($url) must be visible ASCII; other characters are percent-encoded (rawurlencode())
["ws://x/\u00e9"] ValueError: #1 ($url) must be visible ASCII; other characters are percent-encoded (rawurlencode())
["ws://x/\r\nA: b"] ValueError: #1 ($url) must be visible ASCII; other characters are percent-encoded (rawurlencode())
["ws://a b/"] ValueError: #1 ($url) must be visible ASCII; other characters are percent-encoded (rawurlencode())
["ws://x:99999/"] ValueError: #1 ($url) must be ws://host[:port][/path] or wss://host[:port][/path]
["ws://127.0.0.1/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ValueError: #1 ($url) must not be that long
[["Cookie"]] ValueError: #2 ($headers) must have names of fields as keys: ['Cookie' => 'a=b']
[{"A B":"x"}] ValueError: #2 ($headers) must have names of fields as keys: ['Cookie' => 'a=b']
[{"A":"x\r\nB: c"}] ValueError: #2 ($headers) must not contain control characters (in A)
[{"sec-websocket-key":"x"}] ValueError: #2 ($headers) must not contain Sec-WebSocket-Key, which belongs to the handshake (subprotocols have an argument)
[{"Host":"x"}] ValueError: #2 ($headers) must not contain Host, which belongs to the handshake (subprotocols have an argument)
[{"X":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ValueError: #2 ($headers) must not be longer than 8192 bytes in all
[{"X":[]}] ValueError: #2 ($headers) must have strings as values (X is an array)
[[],["a b"]] ValueError: #3 ($subprotocols) must be a list of tokens (RFC 6455 section 4.1): ['chat', 'v2.chat']
[[],[1]] ValueError: #3 ($subprotocols) must be a list of tokens (RFC 6455 section 4.1): ['chat', 'v2.chat']
[[],[],0] ValueError: #4 ($timeout) must be more than 0 and at most 31536000 seconds
[[],[],"NAN"] ValueError: #4 ($timeout) must be more than 0 and at most 31536000 seconds
[[],[],1,"/no/file.pem"] status 429, * refused the upgrade with status 429: Too many connections come from your address
[[],[],1,null,0] ValueError: #6 ($maxLength) must be from 1 to 2147483647 bytes
ValueError: SeatPush\Client::send(): Argument #1 ($data) must be UTF-8; other bytes are sent with WEBSOCKET_OPCODE_BINARY
ValueError: SeatPush\Client::send(): Argument #2 ($opcode) must be WEBSOCKET_OPCODE_TEXT or WEBSOCKET_OPCODE_BINARY
ValueError: SeatPush\Client::ping(): Argument #1 ($data) must be at most 125 bytes
ValueError: SeatPush\Client::recv(): Argument #1 ($timeout) must be from 0 to 31536000 seconds
0 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
999 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
1005 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
1006 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
1015 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
2000 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
5000 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
70000 ValueError: SeatPush\Client::close(): Argument #1 ($code) must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999
1000 ValueError: SeatPush\Client::close(): Argument #2 ($reason) must be at most 123 bytes of UTF-8
1000 ValueError: SeatPush\Client::close(): Argument #2 ($reason) must be at most 123 bytes of UTF-8
true SeatPush\Exception: the object has its connection already; make another one Error: Trying to clone an uncloneable object of class SeatPush\Client Exception: Serialization of 'SeatPush\Client' is not allowed
