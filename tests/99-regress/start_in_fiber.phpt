--TEST--
SeatPush: regress: start() in a script's Fiber: callbacks run and wait, Fiber::suspend() in one is an error, the script goes on after it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $s->sleep(1);
    try { Fiber::suspend(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
    $s->sleep(1);
    $s->shutdown();
});
$fiber = new Fiber(fn () => serve($server));
$fiber->start();
echo 'terminated: ', json_encode($fiber->isTerminated()), "\n";
PHP);
$client = WsClient::connect($server->port)->send('x');
echo $server->wait(), "\n", $server->stdout(), $server->log('ERROR');
?>
--EXPECTF--
0
Cannot suspend outside of %Sfiber
terminated: true
