--TEST--
SeatPush: session: what is read between the end of a wait and the kept messages comes after them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$go = false;
$begun = 0;
$server->on('Message', function ($s, $f) use (&$go, &$begun) {
    if ($f->data === 'wait') {
        $begun++;
        while (!$go) { $s->sleep(1); }
    } elseif ($f->data === 'go') {
        while ($begun < 40) { $s->sleep(1); }
        $s->push($f->fd, 'gone');
        $s->sleep(20);
        $go = true;
        usleep(20000);
    } elseif ($f->data === 'busy') {
        usleep(5000);
    } else {
        $s->push($f->fd, $f->data);
    }
});
serve($server);
PHP);
$control = WsClient::connect($server->port);
for ($i = 0; $i < 40; $i++) {
    $clients[] = WsClient::connect($server->port)->send('wait')->send('busy')->send('0');
}
$control->send('go')->text();
// Sent while the kept messages keep the end of the tick busy.
for ($i = 1; $i <= 50; $i++) {
    foreach ($clients as $client) {
        $client->send("$i");
    }
    usleep(5000);
}
$wrong = 0;
foreach ($clients as $client) {
    for ($i = 0; $i <= 50; $i++) {
        $wrong += $client->text() !== "$i";
    }
}
echo "$wrong out of order\n";
?>
--EXPECT--
0 out of order
