--TEST--
SeatPush: regress: a close frame that came while a callback waits is not waited for again when that callback closes, throws, or the server stops
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['close_timeout' => 60, 'max_wait_time' => 60]);
$server->on('Message', function ($s, $f) {
    echo "$f->data\n";
    $s->sleep($f->data === 'stop' ? 300 : 100);
    match ($f->data) {
        'close' => $s->close($f->fd),
        'throw' => throw new Exception('on purpose'),
        default => null,
    };
});
serve($server);
PHP);
foreach (['return', 'close', 'throw', 'stop'] as $how) {
    $client = WsClient::connect($server->port)->send($how)->sendFrame(8, "\x03\xe8");
    $server->until("/$how/");
    $how === 'stop' && $server->signal(15);
    echo $how, ': ', $client->text(), ', ', $client->text(), "\n";
}
echo $server->wait(), "\n";
?>
--EXPECT--
return: close 1000, end
close: close 1000, end
throw: close 1011, end
stop: close 1001 server is stopping, end
0
