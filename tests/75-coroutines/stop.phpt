--TEST--
SeatPush: coroutines: the stop ends those that wait, with finally and defer(), before the connections close
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
use SeatPush\{Channel, Coroutine};

$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($server, $frame) {
    foreach (['sleep' => fn () => Coroutine::sleep(60), 'channel' => fn () => (new Channel())->pop(), 'yield' => Coroutine::yield(...)] as $name => $wait) {
        $server->go(function () use ($name, $wait, $server, $frame) {
            Coroutine::defer(fn () => print("$name: deferred\n"));
            try {
                $wait();
            } catch (SeatPush\StoppedException $exception) {
                $server->push($frame->fd, "$name ends");
            }
        });
    }
    $server->push($frame->fd, 'started');
});
$server->on('Close', fn () => print("Close\n"));
serve($server);
PHP);
$client = WsClient::connect($server->port);
echo $client->send('x')->text(), "\n";
$server->signal(SIGTERM);
for ($i = 0; $i < 4; $i++) {
    echo $client->text(), "\n";
}
$client->close();
echo $server->wait(), "\n", $server->stdout();
?>
--EXPECT--
started
sleep ends
channel ends
yield ends
close 1001 server is stopping
0
sleep: deferred
channel: deferred
yield: deferred
Close
