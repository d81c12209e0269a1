--TEST--
SeatPush: regress: an answer that comes when nothing was sent for longer than write_timeout is sent, even if the time-outs are checked in the same turn
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['write_timeout' => 1, 'slow_callback_ms' => 0]);
$held = null;
$server->on('Request', function ($q, $r) use (&$held) { $held = $r; });
$server->on('Message', function ($s, $f) use (&$held) {
    if ($f->data === 'block') {
        echo "blocks\n";
        usleep(1100000);
    } else {
        $held->end('late');
    }
});
serve($server);
PHP);
$http = (new HttpClient($server->port))->request('GET', '/');
$first = WsClient::connect($server->port);
$second = WsClient::connect($server->port);
usleep(2500000);
$first->send('block');
$server->until('/blocks/');
$second->send('answer');    // is read in the turn in which the time-outs are overdue
echo $http->response()['body'], "\n";
?>
--EXPECT--
late
