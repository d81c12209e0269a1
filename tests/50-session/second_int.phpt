--TEST--
SeatPush: session: a second INT ends at once with status 130
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_wait_time' => 60]);
$server->on('Message', function () { file_put_contents('php://stdout', "in\n"); while (true); });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('x');
$server->until('/in/');
while ($server->running()) {
    $server->signal(2);
    usleep(1000);
}
echo $server->wait(), "\n";
?>
--EXPECT--
130
