--TEST--
SeatPush: session: when max_concurrency callbacks wait, nothing more is read until one goes on; everyone is served in the end
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$sent = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));    // exists once all have been sent
$server = TestServer::start(strtr(<<<'PHP'
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
$server->tick(10, function ($id) use (&$go, &$now, $server) {
    if ($now >= 3 && file_exists('SENT')) {
        $server->clearTimer($id);
        $server->after(50, function () use (&$go, &$now, $server) { echo "$now wait, ", $server->stats()['message_count'], " read\n"; $go = true; });
    }
});
$server->on('Close', function () use (&$served, &$most) { echo "$served served, at most $most at once\n"; });
serve($server);
PHP, ['SENT' => $sent]));
for ($i = 0; $i < 20; $i++) {
    $clients[] = WsClient::connect($server->port);
}
foreach ($clients as $client) {
    $client->send('x');
}
touch($sent);
foreach ($clients as $client) {
    $client->text() === 'served' || print("not served\n");
}
$clients[0]->close();
$server->until('/served, .*\n/');
echo $server->stdout();
unlink($sent);
?>
--EXPECT--
3 wait, 3 read
20 served, at most 3 at once
