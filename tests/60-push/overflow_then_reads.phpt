--TEST--
SeatPush: push: a client that overflowed and reads at last gets everything that was accepted, whole and in order, and then 1013
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    for ($n = 0; $s->push($f->fd, $n . str_repeat('x', 65536)); $n++);
    echo "accepted $n\n";
});
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $re $code\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
$accepted = (int) $server->until('/accepted (\d+)/')[1];
for ($right = 0; $right < $accepted && $client->text() === $right . str_repeat('x', 65536); $right++);
var_dump($accepted > 20, $right === $accepted);
echo $client->text(), "\n";
$client->close(1013);
var_dump($client->rest());
$server->stop();
echo preg_replace('/accepted \d+/', 'accepted N', $server->stdout());
?>
--EXPECT--
bool(true)
bool(true)
close 1013 reader is too slow
string(0) ""
accepted N
Close -1 1013
