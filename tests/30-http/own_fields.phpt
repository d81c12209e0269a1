--TEST--
SeatPush: http: a field that is the server's own is kept or refused with a text; what was put into the array by hand is sent or logged
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    [$name, $value] = json_decode($q->rawContent());
    try {
        if ($q->server['path_info'] === '/by-hand') {
            $r->header[$name] = is_object($value) ? new ArrayObject() : $value;
        } else {
            $r->header($name, $value);
        }
        $r->end('body');
    } catch (ValueError $e) {
        $r->end(preg_replace('/^.*Argument /', '', $e->getMessage()));
    }
});
serve($server);
PHP);
$tell = function (string $path, string $name, mixed $value) use (&$server) {
    $answer = (new HttpClient($server->port))->request('POST', $path, [], json_encode([$name, $value]))->response();
    $kept = array_diff_key($answer['headers'], ['server' => 1, 'content-type' => 1] + ($name === 'Date' && $value === 'now' ? [] : ['date' => 1]));
    echo json_encode([$name, $value]), ': ', $answer['body'] === 'body' ? '' : "$answer[body] | ", implode(', ', array_map(fn ($name, $lines) => "$name=" . implode(' and ', $lines), array_keys($kept), $kept)), "\n";
};
foreach ([['Connection', 'close'], ['connection', 'CLOSE'], ['Connection', 'keep-alive'], ['Connection', 'Upgrade, X-Hop'], ['Connection', ['close', 'X-Hop']], ['Connection', 'a b'], ['Content-Length', '4'], ['Content-Length', '4x'], ['Content-Length', ['4', '4']], ['Content-Length', '99999999999999999999'], ['Transfer-Encoding', 'chunked'], ['Date', 'now'], ['Date', ['a', 'b']], ['123', 'a'], ['Sec-WebSocket-Protocol', 'chat']] as [$name, $value]) {
    $tell('/', $name, $value);
}
foreach ([['X-Number', 5], ['X-Real', 1.5], ['X-True', true], ['X-Null', null], ['X-List', ['a', 2]], ['77', 'b'], ['Transfer-Encoding', 'chunked'], ['Connection', 'close']] as [$name, $value]) {
    $tell('/by-hand', $name, $value);
}
$server->stop();
echo $server->log('field');

// Each of them again, in a server of its own, since the log says it once a minute.
foreach ([["X\n", 'a'], ['X-Bad', "a\r\nb: c"], ['X-Object', new stdClass()], ['X-Nested', [['a']]], ['Content-Length', '4x']] as [$name, $value]) {
    $server = TestServer::start(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Request', function ($q, $r) {
        [$name, $value] = json_decode($q->rawContent());
        $r->header = [$name => $value];
        $r->end('body');
    });
    serve($server);
    PHP);
    $tell('/by-hand', $name, $value);
    $tell('/by-hand', $name, $value);
    $server->stop();
    echo $server->log('field');
}
?>
--EXPECT--
["Connection","close"]: content-length=4, connection=close
["connection","CLOSE"]: content-length=4, connection=close
["Connection","keep-alive"]: content-length=4, connection=keep-alive
["Connection","Upgrade, X-Hop"]: content-length=4, connection=keep-alive, Upgrade, X-Hop
["Connection",["close","X-Hop"]]: content-length=4, connection=close, X-Hop
["Connection","a b"]: #2 ($value) cannot be sent as Connection: it must be a list of tokens | content-length=69, connection=keep-alive
["Content-Length","4"]: content-length=4, connection=keep-alive
["Content-Length","4x"]: #2 ($value) cannot be sent as Content-Length: it must be a number of bytes | content-length=74, connection=keep-alive
["Content-Length",["4","4"]]: #2 ($value) must be one value: Content-Length comes once | content-length=56, connection=keep-alive
["Content-Length","99999999999999999999"]: #2 ($value) cannot be sent as Content-Length: it must be a number of bytes | content-length=74, connection=keep-alive
["Transfer-Encoding","chunked"]: #2 ($value) cannot be sent as Transfer-Encoding: it is the server's own: leave it out, what write() sends is chunked | content-length=116, connection=keep-alive
["Date","now"]: date=now, content-length=4, connection=keep-alive
["Date",["a","b"]]: #2 ($value) must be one value: Date comes once | content-length=46, connection=keep-alive
["123","a"]: 123=a, content-length=4, connection=keep-alive
["Sec-WebSocket-Protocol","chat"]: sec-websocket-protocol=chat, content-length=4, connection=keep-alive
["X-Number",5]: x-number=5, content-length=4, connection=keep-alive
["X-Real",1.5]: x-real=1.5, content-length=4, connection=keep-alive
["X-True",true]: x-true=1, content-length=4, connection=keep-alive
["X-Null",null]: content-length=4, connection=keep-alive
["X-List",["a",2]]: x-list=a and 2, content-length=4, connection=keep-alive
["77","b"]: 77=b, content-length=4, connection=keep-alive
["Transfer-Encoding","chunked"]: content-length=4, connection=keep-alive
["Connection","close"]: content-length=4, connection=close
WARNING seatpush: a response was sent without its field "Transfer-Encoding": it is the server's own: leave it out, what write() sends is chunked
["X\n","a"]: content-length=4, connection=keep-alive
["X\n","a"]: content-length=4, connection=keep-alive
WARNING seatpush: a response was sent without its field "?": its name is no token (RFC 9110 section 5.1)
["X-Bad","a\r\nb: c"]: content-length=4, connection=keep-alive
["X-Bad","a\r\nb: c"]: content-length=4, connection=keep-alive
WARNING seatpush: a response was sent without its field "X-Bad": its value holds control characters
["X-Object",{}]: content-length=4, connection=keep-alive
["X-Object",{}]: content-length=4, connection=keep-alive
WARNING seatpush: a response was sent without its field "X-Object": its value is no string
["X-Nested",[["a"]]]: content-length=4, connection=keep-alive
["X-Nested",[["a"]]]: content-length=4, connection=keep-alive
WARNING seatpush: a response was sent without its field "X-Nested": its value is no string
["Content-Length","4x"]: content-length=4, connection=keep-alive
["Content-Length","4x"]: content-length=4, connection=keep-alive
WARNING seatpush: a response was sent without its field "Content-Length": it must be a number of bytes
