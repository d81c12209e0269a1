--TEST--
SeatPush: session: exit() in each callback closes all connections in order and keeps the status; start() does not return
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['Open' => 3, 'Message' => 4, 'Request' => 5, 'Close' => 6, 'Timer' => 7, 'Start' => 8] as $event => $status) {
    $server = TestServer::start("\$event = '$event'; \$status = $status;" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $end = fn () => exit($status);
    $server->on('Message', fn () => 1);
    $server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
    register_shutdown_function(function () { echo "shutdown function\n"; });
    if ($event === 'Timer') {
        $server->on('Message', fn () => $server->after(1, $end));
    } elseif ($event === 'Close') {
        $server->on('Close', function ($s, $fd, $re, $code) use ($end) { echo "Close $code\n"; $end(); });
    } else {
        $server->on($event, $end);
    }
    serve($server);
    echo "start() returned?\n";
    PHP);
    $told = 'nothing';
    if ($event !== 'Start') {
        try {
            $watcher = WsClient::connect($server->port);
            $event === 'Request' ? (new HttpClient($server->port))->request('GET', '/')->rest() : $watcher->send('x');
            if ($event === 'Close') {
                $watcher->close();
            }
            $told = $watcher->text();
            $watcher->close();
        } catch (Exception) {
        }
    }
    echo "$event: ", $server->wait() === $status ? 'status kept' : 'status ' . $server->wait(), ", $told, ", str_replace("\n", ', ', $server->stdout()), "\n";
}
?>
--EXPECTF--
Open: status kept, close 1001 server is stopping, Close 1001, shutdown function, 
Message: status kept, close 1001 server is stopping, Close 1001, shutdown function, 
Request: status kept, close 1001 server is stopping, Close 0, Close 1001, shutdown function, 
Close: status kept, close 1000, Close 1000, shutdown function, 
Timer: status kept, close 1001 server is stopping, Close 1001, shutdown function, 
Start: status kept, nothing, shutdown function, 
