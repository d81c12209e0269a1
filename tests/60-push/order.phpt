--TEST--
SeatPush: push: what is pushed, pinged and sent arrives in that order, whatever its size
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    for ($i = 0; $i < 200; $i++) {
        match ($i % 4) {
            0 => $s->push($f->fd, "push $i"),
            1 => $s->ping($f->fd, "$i"),
            2 => $s->push($f->fd, "big $i " . str_repeat('z', 1000 * ($i % 97))),
            3 => $s->send($f->fd, SeatPush\Server::pack("send $i")),
        };
    }
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('x');
for ($i = 0; $i < 200; $i++) {
    $wanted = match ($i % 4) {
        0 => "push $i",
        1 => "ping $i",
        2 => "big $i " . str_repeat('z', 1000 * ($i % 97)),
        3 => "send $i",
    };
    $is = $client->text();
    if ($is !== $wanted) {
        die("$i: " . substr($is, 0, 20));
    }
}
echo "in order\n";
?>
--EXPECT--
in order
