--TEST--
SeatPush: regress: start() in a fiber ends with the fiber when the script ends
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['', '$fiber->resume();'] as $more) {
    $server = TestServer::start(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Message', function ($s, $f) {
        Fiber::suspend();
        echo 'on, ';
        $s->shutdown();
    });
    $fiber = new Fiber(fn () => serve($server));
    $fiber->start();
    echo 'the script goes on, ';
    PHP . $more);
    $client = WsClient::connect($server->port)->send('x');
    echo $server->wait(), ' ', $server->stdout(), $server->log('ERROR'), "\n";
}
?>
--EXPECT--
0 the script goes on, 
0 the script goes on, on, 
