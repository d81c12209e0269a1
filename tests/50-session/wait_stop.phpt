--TEST--
SeatPush: session: at the stop, sleeping callbacks end with a StoppedException, Close callbacks may still wait, and max_wait_time applies
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_wait_time' => 1]);
$server->on('WorkerStart', function ($s) { while (true) { $s->sleep(3600000); } });
$server->on('Message', function ($s, $f) {
    $s->push($f->fd, 'sleeping');
    try { $s->sleep(3600000); } catch (SeatPush\StoppedException $e) { echo "ended, ", json_encode($s->push($f->fd, 'goodbye')), "\n"; }
});
$server->on('Close', function ($s, $fd) {
    $s->sleep(1);
    echo "closed\n";
    try { $s->sleep(3600000); } catch (SeatPush\StoppedException $e) { echo "time is over\n"; }
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('x');
echo $client->text(), "\n";
$server->signal(15);
echo $client->text(), ', ', $client->text(), "\n", $server->wait(), "\n", $server->stdout(), $server->log('ended'), $server->log('ERROR');
?>
--EXPECT--
sleeping
goodbye, close 1001 server is stopping
0
ended, true
closed
time is over
INFO seatpush: the WorkerStart callback was ended while it waited: the server is stopping
