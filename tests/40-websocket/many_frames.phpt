--TEST--
SeatPush: websocket: thousands of frames in one write, and 65,536 fragments of one message with pings in between, stay in order
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, strlen($f->data) > 100 ? strlen($f->data) . ' ' . md5($f->data) : $f->data));
serve($server);
PHP);
$client = WsClient::connect($server->port);
// Lists, since a long string that grows by little is slow where a sanitizer copies it each time.
for ($i = 0; $i < 5000; $i++) {
    $frames[] = WsClient::frame($i % 2 + 1, "$i");
}
$client->raw(implode($frames));
for ($i = 0; $i < 5000 && $client->text() === "$i"; $i++);
echo "$i in order\n";

$text = str_repeat('sixteen octets, ', 4096);
$frames = [];
for ($i = 0; $i < 65536; $i++) {
    $frames[] = WsClient::frame($i === 0 ? 1 : 0, $text[$i], $i === 65535);
    $frames[] = $i % 4096 === 2048 ? WsClient::frame(9, "at $i") : '';
}
$client->raw(implode($frames));
for ($i = 2048; $i < 65536 && $client->text() === "pong at $i"; $i += 4096);
echo $i > 65536 ? 'sixteen pongs' : "no pong at $i", ', then ', $client->text() === '65536 ' . md5($text) ? 'the message' : 'something else', "\n";
echo $client->send('after')->text(), "\n";
?>
--EXPECT--
5000 in order
sixteen pongs, then the message
after
