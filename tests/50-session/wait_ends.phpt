--TEST--
SeatPush: session: after a wait, an exception, exit() and a fatal error end as they do without one; Close runs once for each connection, even for those that wait
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['throw new Exception("after the wait")', 'exit(7)', '@trigger_error("fatal", E_USER_ERROR)'] as $end) {
    $server = TestServer::start(strtr(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Message', function ($s, $f) {
        if ($f->data === 'end') { $s->sleep(5); END; }
        $s->push($f->fd, 'waits');
        $s->sleep(3600000);
    });
    $server->on('Request', function ($q, $r) use ($server) { $server->sleep(5); END; });
    $server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
    $server->on('Disconnect', function ($s, $fd) { echo "Disconnect\n"; });
    serve($server);
    PHP, ['END' => $end]));
    $waits = WsClient::connect($server->port)->send('wait')->send('more');
    $waits->text();
    $ends = WsClient::connect($server->port)->send('end');
    echo "$end: ", $ends->text(), ', ';
    if (str_starts_with($end, 'throw')) {
        echo HttpClient::get($server->port)['status'] ?? 'end', ', ';
        $server->stop();
    }
    echo $waits->text(), ', ', $server->wait(), ', ', str_replace("\n", ' ', preg_replace('/(PHP )?Fatal error.*/', 'Fatal', trim($server->stdout()))), "\n";
}
?>
--EXPECT--
throw new Exception("after the wait"): close 1011, 500, close 1001 server is stopping, 0, Close 1011 Disconnect Close 1001
exit(7): close 1001 server is stopping, close 1001 server is stopping, 7, Close 1001 Close 1001
@trigger_error("fatal", E_USER_ERROR): close 1011, close 1011, 255, Fatal Close 1011 Close 1011
