--TEST--
SeatPush: push: a string is encoded again when it changes, or is sent in another form
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $text = str_repeat('a', 10);
    foreach ($s->connections as $fd) {
        $s->push($fd, $text);
    }
    $s->push($f->fd, $text, WEBSOCKET_OPCODE_BINARY);
    $s->push($f->fd, $text, WEBSOCKET_OPCODE_PING);
    $s->push($f->fd, $text);
    $text[0] = 'b';
    $s->push($f->fd, $text);
    for ($i = 10; $i < 60; $i++) {
        $s->push($f->fd, "made anew $i");    // at the same place in memory, perhaps
    }
    $bytes = pack('C*', 0xff, 0xfe);
    $s->push($f->fd, $bytes, WEBSOCKET_OPCODE_BINARY);
    try {
        $s->push($f->fd, $bytes);
    } catch (ValueError) {
        $s->push($f->fd, 'not text');
    }
});
serve($server);
PHP);
$other = WsClient::connect($server->port);
$client = WsClient::connect($server->port)->send('x');
for ($i = 0; $i < 5; $i++) {
    $frame = $client->read();
    echo $frame['opcode'], ' ', $frame['payload'], "\n";
}
for ($i = 10, $right = 0; $i < 60; $i++) {
    $right += $client->text() === "made anew $i";
}
echo $right, ' ', bin2hex($client->text()), ' ', $client->text(), ' ', $other->text(), "\n";
?>
--EXPECT--
1 aaaaaaaaaa
2 aaaaaaaaaa
9 aaaaaaaaaa
1 aaaaaaaaaa
1 baaaaaaaaa
50 fffe not text aaaaaaaaaa
