--TEST--
SeatPush: push: true means accepted; gone, another kind of connection, and misuse can be told apart
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) use ($server) {
    $r->end(json_encode([$server->push($q->fd, 'x'), $server->getLastError(), $server->push(1, 'x'), $server->getLastError(), $server->push(0, 'x'), $server->push(-1, 'x')]));
});
$server->on('Message', function ($s, $f) {
    $said = [$s->push($f->fd, 123), $s->getLastError(), $s->push($f->fd, ''), $s->push($f->fd, "\xff", WEBSOCKET_OPCODE_BINARY), $s->ping($f->fd, 'p')];
    foreach ([fn () => $s->push($f->fd, "\xff"), fn () => $s->push(1, "\xff"), fn () => $s->push($f->fd, 'x', 3), fn () => $s->push($f->fd, ['x']), fn () => $s->push($f->fd, null), fn () => $s->push($f->fd, str_repeat('x', 126), 9), fn () => $s->ping($f->fd, str_repeat('x', 126)), fn () => $s->push($f->fd, 'x', 0), fn () => $s->disconnect($f->fd, 1005), fn () => $s->disconnect($f->fd, 1000, str_repeat('x', 124)), fn () => $s->getClientList(0, 101)] as $try) {
        try {
            $try();
        } catch (Throwable $e) {
            echo get_class($e), ': ', preg_replace('/^.*?Argument /', '', $e->getMessage()), "\n";
        }
    }
    $s->push($f->fd, json_encode($said));
});
serve($server);
PHP);
echo HttpClient::get($server->port)['body'], "\n";
$client = WsClient::connect($server->port)->send('x');
echo json_encode([$client->text(), $client->text(), bin2hex($client->text()), $client->text(), $client->text()]), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
[false,8503,false,1001,false,false]
["123","","ff","ping p","[true,0,true,true,true]"]
ValueError: #2 ($data) must be UTF-8 in a text message (RFC 6455 section 8.1); push binary data with WEBSOCKET_OPCODE_BINARY
ValueError: #2 ($data) must be UTF-8 in a text message (RFC 6455 section 8.1); push binary data with WEBSOCKET_OPCODE_BINARY
ValueError: #3 ($opcode) must be 0 (continuation), 1 (text), 2 (binary), 8 (close), 9 (ping) or 10 (pong), 3 given
TypeError: #2 ($data) must be a string or a Frame, array given; json_encode() it first
TypeError: #2 ($data) must be a string or a Frame, null given; json_encode() it first
ValueError: #2 ($data) must be at most 125 bytes in a control frame (RFC 6455 section 5.5), 126 given
ValueError: #2 ($data) must be at most 125 bytes (RFC 6455 section 5.5)
ValueError: #3 ($opcode) must not be 0 (continuation): no message in fragments has begun on this connection; push its first fragment as text or binary without FLAG_FIN (RFC 6455 section 5.4)
ValueError: #2 ($code) must be a code that may be sent: 1000-1003, 1007-1014 or 3000-4999 (RFC 6455 section 7.4)
ValueError: #3 ($reason) must be at most 123 bytes of UTF-8
ValueError: #2 ($find_count) must be from 1 to 100
