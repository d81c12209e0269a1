--TEST--
SeatPush: websocket: the forms of a close frame, even inside a message; what follows one is never read
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) { echo "Message $f->data\n"; });
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo strlen($reason) > 100 ? strlen($reason) . " octets\n" : ''; });
serve($server);
PHP);
$code = pack('n', 1000);
foreach ([
    'one octet' => WsClient::frame(8, "\x03"),
    'only half a reason' => WsClient::frame(8, "$code\xe2\x82"),
    'a surrogate' => WsClient::frame(8, "$code\xed\xa0\x80"),
    'a bad code and a bad reason' => WsClient::frame(8, pack('n', 1005) . "\xff"),
    'not the last fragment' => WsClient::frame(8, $code, false),
    '126 octets' => WsClient::frame(8, $code . str_repeat('x', 124)),
    'a continuation of one' => WsClient::frame(8, $code, false) . WsClient::frame(0, 'x'),
    'a reason of 123 octets' => WsClient::frame(8, $code . str_repeat('é', 61) . 'x'),
    'a NUL in the reason' => WsClient::frame(8, "$code\x00"),
    'inside of a message' => WsClient::frame(1, 'x', false) . WsClient::frame(8, $code),
] as $what => $bytes) {
    $client = WsClient::connect($server->port)->raw($bytes . WsClient::frame(1, 'behind') . WsClient::frame(0, 'behind'));
    echo "$what: ", $client->text(), ', ', $client->text(), "\n";
}
$server->stop();
echo $server->stdout();
?>
--EXPECT--
one octet: close 1002 close frame with half a status code, end
only half a reason: close 1007 close reason is not UTF-8, end
a surrogate: close 1007 close reason is not UTF-8, end
a bad code and a bad reason: close 1002 invalid close code, end
not the last fragment: close 1002 fragmented control frame, end
126 octets: close 1002 control frame longer than 125 bytes, end
a continuation of one: close 1002 fragmented control frame, end
a reason of 123 octets: close 1000, end
a NUL in the reason: close 1000, end
inside of a message: close 1000, end
123 octets
