--TEST--
SeatPush: session: Close also runs for plain HTTP, unless Disconnect is registered
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['', '$server->on("Disconnect", function ($s, $fd) { echo "Disconnect\n"; });'] as $more) {
    $server = TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0);' . $more . <<<'PHP'
    $server->on('Request', fn ($q, $r) => $r->end());
    $server->on('Message', fn () => 1);
    $server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
    serve($server);
    PHP);
    (new HttpClient($server->port))->request('GET', '/', ['Connection' => 'close'])->rest();
    WsClient::connect($server->port)->close()->rest();
    $server->until('/Close 1000/');
    $server->stop();
    echo $server->stdout();
}
?>
--EXPECT--
Close 0
Close 1000
Disconnect
Close 1000
