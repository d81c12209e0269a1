--TEST--
SeatPush: websocket: a text that becomes invalid in any fragment gets 1007 before the message ends; control frames in between change nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, 'took it'));
serve($server);
PHP);
$rest = str_repeat('x', 50);
foreach ([
    'lone continuation' => ['fine', "\x80$rest"],
    'no continuation' => ["\xe2", "($rest"],
    'no second continuation' => ["\xe2\x82", "($rest"],
    'overlong' => ["\xf0", "\x80$rest"],
    'a surrogate' => ["\xed", "\xa0$rest"],
    'above the last' => ["\xf4", "\x90$rest"],
    'no such octet' => ['', "\xf5$rest"],
] as $what => [$first, $second]) {
    $client = WsClient::connect($server->port)->sendFrame(1, $first, false)->sendFrame(9, "\xff")->sendFrame(10, "\xff");
    // Sends only the deciding octet of the second fragment, which is not the last.
    $client->raw(substr(WsClient::frame(0, $second, false), 0, 7));
    echo "$what: ", substr($client->text(), 0, 4), ', ', $client->text(), "\n";
}
foreach ([["\xe2\x82", ''], ["\xf0\x9f", "\x8e"], ["x\xc3", '']] as [$first, $last]) {
    echo 'cut at the end: ', WsClient::connect($server->port)->sendFrame(1, $first, false)->sendFrame(0, $last)->text(), "\n";
}
?>
--EXPECT--
lone continuation: pong, close 1007 text is not UTF-8
no continuation: pong, close 1007 text is not UTF-8
no second continuation: pong, close 1007 text is not UTF-8
overlong: pong, close 1007 text is not UTF-8
a surrogate: pong, close 1007 text is not UTF-8
above the last: pong, close 1007 text is not UTF-8
no such octet: pong, close 1007 text is not UTF-8
cut at the end: close 1007 text is not UTF-8
cut at the end: close 1007 text is not UTF-8
cut at the end: close 1007 text is not UTF-8
