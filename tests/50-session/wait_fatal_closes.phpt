--TEST--
SeatPush: session: after a fatal error, Close runs once for each connection that had gone, whether its callback had just ended or still waits, and for no other
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// The callback ends in the tick of the fatal error. The second time it would wait for ever, and a message is kept.
foreach ([100, 3600000] as $ms) {
    $server = TestServer::start(strtr(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $closes = 0;
    $server->on('Message', function ($s, $f) {
        echo "$f->data\n";
        $s->after(1, function () use ($s) { $s->sleep(150); exit(@trigger_error('fatal', E_USER_ERROR)); });
        $s->after(60, fn () => usleep(300000));
        $s->push($f->fd, 'waits');
        $s->sleep(MS);
    });
    $server->on('Close', function () use (&$closes) { echo "Close\n"; ++$closes < 5 || posix_kill(getmypid(), 9); });
    serve($server);
    PHP, ['MS' => $ms]));
    $client = WsClient::connect($server->port)->send('first');
    if ($ms > 100) {
        $client->send('second');
    }
    $client->text();
    $client->shut();
    echo $server->wait(), ' ', str_replace("\n", ' ', preg_replace('/\s*(PHP )?Fatal error.*/', ' Fatal', trim($server->stdout()))), "\n";
}
?>
--EXPECT--
255 first Fatal Close
255 first Fatal Close
