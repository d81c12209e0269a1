--TEST--
SeatPush: errors: on, set, listen and start in a running server
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn () => 1);
$server->on('WorkerStart', function ($server, $worker) {
    var_dump($worker);
    foreach ([fn () => $server->on('Message', fn () => 1), fn () => $server->set([]), fn () => $server->listen('127.0.0.1', 0), fn () => $server->start()] as $try) {
        try {
            $try();
        } catch (SeatPush\Exception $e) {
            echo $e->getMessage(), "\n";
        }
    }
    $server->shutdown();
});
var_dump(serve($server));
try {
    $server->start();
} catch (SeatPush\Exception $e) {
    echo $e->getMessage(), "\n";
}
PHP);
var_dump($server->wait());
echo $server->stdout();
?>
--EXPECT--
int(0)
int(0)
on() has no effect once the server has started: call it before start()
set() has no effect once the server has started: call it before start()
listen() has no effect once the server has started: call it before start()
the server has been started already; to start again, make a new one after start() has returned and the old one is gone
bool(true)
the server has been started already; to start again, make a new one after start() has returned and the old one is gone
