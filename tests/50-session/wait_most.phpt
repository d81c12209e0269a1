--TEST--
SeatPush: session: timers are not held back by max_concurrency, but at four times as many waits one throws and says what to do
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_concurrency' => 3]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
$slept = $now = $most = 0;
$texts = [];
for ($i = 1; $i <= 20; $i++) {
    $server->after(1, function () use ($server, $i, &$slept, &$texts, &$now, &$most) {
        try {
            $most = max($most, ++$now);
            $server->sleep(300);
            $slept++;
        } catch (SeatPush\Exception $e) {
            $texts[] = $e->getMessage();
        }
        $now--;
        if ($slept + count($texts) === 20) {
            echo "$slept slept\n", count($texts), ' ', implode("\n", array_unique($texts)), "\n";
        }
    });
}
serve($server);
PHP);
$server->until('/slept/');
echo WsClient::connect($server->port)->send('served')->text(), "\n", $server->stdout();
?>
--EXPECT--
served
12 slept
8 sleep() cannot wait: 12 callbacks are waiting already (4 times max_concurrency); raise that, or let timers and Connect callbacks wait less
