--TEST--
SeatPush: session: TERM, INT and shutdown(): close frames, Close for each connection, Shutdown, status 0
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['TERM' => 15, 'INT' => 2, 'HUP' => 1, 'shutdown()' => 0] as $way => $signal) {
    $server = TestServer::start(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Message', fn ($s, $f) => $s->shutdown());
    foreach (['BeforeShutdown', 'WorkerExit', 'WorkerStop', 'Shutdown'] as $event) {
        $server->on($event, function ($s, ...$more) use ($event) { echo $event, json_encode($more), ', '; });
    }
    $server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "Close $re $code, "; });
    echo json_encode(serve($server));
    PHP);
    $clients = [WsClient::connect($server->port), WsClient::connect($server->port)];
    $signal ? $server->signal($signal) : $clients[0]->send('stop');
    echo "$way: ";
    foreach ($clients as $client) {
        echo $client->text(), ', ';
        $client->close(1001)->rest();
    }
    echo $server->wait(), "\n  ", $server->stdout(), "\n";
}
?>
--EXPECT--
TERM: close 1001 server is stopping, close 1001 server is stopping, 0
  BeforeShutdown[], WorkerExit[0], Close -1 1001, Close -1 1001, WorkerStop[0], Shutdown[], true
INT: close 1001 server is stopping, close 1001 server is stopping, 0
  BeforeShutdown[], WorkerExit[0], Close -1 1001, Close -1 1001, WorkerStop[0], Shutdown[], true
HUP: close 1001 server is stopping, close 1001 server is stopping, 0
  BeforeShutdown[], WorkerExit[0], Close -1 1001, Close -1 1001, WorkerStop[0], Shutdown[], true
shutdown(): close 1001 server is stopping, close 1001 server is stopping, 0
  BeforeShutdown[], WorkerExit[0], Close -1 1001, Close -1 1001, WorkerStop[0], Shutdown[], true
