--TEST--
SeatPush: session: in BeforeShutdown connections are still open, and get a last message before the close frame
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['TERM' => 15, 'shutdown()' => 0] as $way => $signal) {
    $server = TestServer::start(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Message', function ($s, $f) { var_dump($s->shutdown(), $s->shutdown(), $s->exists($f->fd)); });
    $server->on('BeforeShutdown', function ($s) {
        foreach ($s->connections as $fd) {
            echo json_encode($s->push($fd, 'goodbye')), "\n";
        }
    });
    $server->on('Close', function () { echo "Close\n"; });
    serve($server);
    PHP);
    $client = WsClient::connect($server->port);
    $signal ? $server->signal($signal) : $client->send('stop');
    echo "$way: ", $client->text(), ', ', $client->text(), ', ', $client->close(1001)->rest(), $server->wait(), "\n", $server->stdout();
}
?>
--EXPECT--
TERM: goodbye, close 1001 server is stopping, 0
true
Close
shutdown(): goodbye, close 1001 server is stopping, 0
bool(true)
bool(false)
bool(true)
true
Close
