--TEST--
SeatPush: session: when max_concurrency callbacks wait, nothing more is read until one goes on; all are served in the end
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_concurrency' => 3]);
$now = $most = $served = 0;
$go = false;
$server->on('Message', function ($s, $f) use (&$now, &$most, &$served, &$go) {
    $most = max($most, ++$now);
    while (!$go) { $s->sleep(1); }
    $now--;
    $served++;
    $s->push($f->fd, 'served');
});
$server->after(200, function () use (&$go, &$now, $server) { echo "$now wait, ", $server->stats()['message_count'], " read\n"; $go = true; });
$server->on('Close', function () use (&$served, &$most) { echo "$served served, at most $most at once\n"; });
serve($server);
PHP);
for ($i = 0; $i < 20; $i++) {
    $clients[] = WsClient::connect($server->port)->send('x');
}
foreach ($clients as $client) {
    $client->text() === 'served' || print("not served\n");
}
$clients[0]->close();
$server->until('/served/');
echo $server->stdout();
?>
--EXPECT--
3 wait, 3 read
20 served, at most 3 at once
