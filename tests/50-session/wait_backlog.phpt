--TEST--
SeatPush: session: while a callback waits, messages of its connection are kept up to a limit, then no longer read; none is lost
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$next = 0;
$most = 0;
$server->on('Message', function ($s, $f) use (&$next, &$most) {
    if ($f->data === 'wait') {
        while ($s->stats()['input_bytes'] < 60000) { $s->sleep(1); }
        $s->sleep(50);
        $most = $s->stats()['input_bytes'];
    } elseif ($f->data === 'end') {
        $s->push($f->fd, "$next in order, " . ($most < 300000 ? 'little' : 'much') . ' was kept');
    } elseif ((int) $f->data === $next) {
        $next++;
    }
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('wait');
for ($i = 0; $i < 3000; $i++) {
    $client->send($i . str_repeat(' ', 1000));
}
echo $client->send('end')->text(), "\n";
?>
--EXPECT--
3000 in order, little was kept
