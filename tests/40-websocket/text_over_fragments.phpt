--TEST--
SeatPush: websocket: a character may be split across fragments; an error in a later fragment is reported at once
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
serve($server);
PHP);
$text = "\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}";
$pieces = str_split($text);
$last = array_pop($pieces);
$client = WsClient::connect($server->port);
foreach ($pieces as $i => $piece) {
    $client->sendFrame($i === 0 ? 1 : 0, $piece, false)->sendFrame(0, '', false);
}
echo $client->sendFrame(0, $last)->text() === $text ? 'whole' : 'broken', "\n";
foreach (['surrogate' => "\xed\xa0", 'overlong' => "\xc0", 'overlong 3' => "\xe0\x80", 'above' => "\xf4\x90"] as $what => $bytes) {
    echo $what, ': ', WsClient::connect($server->port)->sendFrame(1, 'fine', false)->raw(substr(WsClient::frame(0, $bytes . str_repeat('x', 100)), 0, 6 + strlen($bytes)))->text(), "\n";
}
echo 'binary: ', strlen(WsClient::connect($server->port)->sendFrame(2, "\xc0", false)->sendFrame(0, '')->text()), "\n";
?>
--EXPECT--
whole
surrogate: close 1007 text is not UTF-8
overlong: close 1007 text is not UTF-8
overlong 3: close 1007 text is not UTF-8
above: close 1007 text is not UTF-8
binary: 10
