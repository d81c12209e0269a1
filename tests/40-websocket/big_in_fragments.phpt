--TEST--
SeatPush: websocket: 16 MiB in fragments of all sizes, with characters split across them and pings in between, is one message
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 16 << 20]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, "$f->opcode " . strlen($f->data) . ' ' . md5($f->data)));
serve($server);
PHP);
$line = 'grüße, 席, 🎫; ';
$text = str_pad(str_repeat($line, intdiv(16 << 20, strlen($line))), 16 << 20, '.');
$client = WsClient::connect($server->port);
foreach ([1 => $text, 2 => strrev($text)] as $opcode => $payload) {
    $sizes = [0, 1, 125, 126, 65535, 65536, 1000003, 1 << 20, 4 << 20];
    for ($at = $i = 0; $at < strlen($payload); $at += $size) {
        $size = $sizes[$i % count($sizes)];
        $client->sendFrame($i++ === 0 ? $opcode : 0, substr($payload, $at, $size), $at + $size >= strlen($payload));
        if ($i === 20) {
            echo $client->sendFrame(9, 'between')->text(), ', ';
        }
    }
    echo $client->text() === "$opcode " . strlen($payload) . ' ' . md5($payload) ? 'whole' : 'broken', "\n";
}
?>
--EXPECT--
pong between, whole
pong between, whole
