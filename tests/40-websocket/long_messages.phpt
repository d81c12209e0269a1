--TEST--
SeatPush: websocket: long messages that come in pieces, several at a time, are what was sent, keep what is behind them, and stay as they are while others come
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['ping_interval' => 0]);
$kept = [];
$server->on('Message', function ($s, $f) use (&$kept) {
    if (strlen($f->data) > 100) {
        $kept[] = [$f->data, strlen($f->data) . ' ' . md5($f->data)];
        $s->push($f->fd, $f->data, $f->opcode);
        return;
    }
    foreach ($kept as [$data, $known]) {
        echo strlen($data) . ' ' . md5($data) === $known ? '' : "what was kept has changed: $known\n";
    }
    $s->push($f->fd, count($kept) . ' kept');
});
serve($server);
PHP);
$line = 'grüße, 席, 🎫; ';
$text = fn (int $size, int $of) => str_pad($of . str_repeat($line, intdiv($size - 10, strlen($line))), $size, '.');
$clients = array_map(fn ($i) => WsClient::connect($server->port), range(1, 6));

foreach ([17000, 65536, 65537, 130000, 200000, 1 << 20, 2 << 20] as $size) {
    foreach ($clients as $i => $client) {
        $payloads[$i] = $i % 3 ? $text($size, $i) : random_bytes($size);
        $frames[$i] = WsClient::frame($i % 3 ? 1 : 2, $payloads[$i]) . WsClient::frame(9, "after $i");
    }
    // All are in the middle of a message at the same time.
    for ($at = 0; $at < strlen($frames[5]); $at += $piece) {
        $piece = $at < 300000 ? 20001 + $at : 1 << 20;
        foreach ($clients as $i => $client) {
            $client->raw(substr($frames[$i], $at, $piece));
        }
    }
    $right = 0;
    foreach ($clients as $i => $client) {
        $message = $client->read();
        $right += $message['opcode'] === ($i % 3 ? 1 : 2) && $message['payload'] === $payloads[$i]
            && $client->text() === "pong after $i" ? 1 : 0;
    }
    echo "$size: $right of 6\n";
}
echo $clients[0]->send('check')->text(), "\n";
$server->stop();
echo $server->stdout(), $server->log("WARNING");
?>
--EXPECT--
17000: 6 of 6
65536: 6 of 6
65537: 6 of 6
130000: 6 of 6
200000: 6 of 6
1048576: 6 of 6
2097152: 6 of 6
42 kept
