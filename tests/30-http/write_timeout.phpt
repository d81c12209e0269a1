--TEST--
SeatPush: http: a client that takes nothing of its answer for write_timeout is closed, however the answer was sent
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['write_timeout' => 1, 'close_timeout' => 60, 'socket_buffer_size' => 1 << 30]);
$open = [];
$server->on('Request', function ($q, $r) use (&$open) {
    $data = str_repeat('x', 20 << 20);
    if ($q->server['request_uri'] === '/written') {
        $r->write($data);
        $open[] = $r;
    } else {
        $r->end($data);
    }
});
$server->on('Disconnect', function () use ($server) { echo 'gone ', $server->stats()['timeout_count'], "\n"; });
serve($server);
PHP);
$ended = (new HttpClient($server->port))->request('GET', '/');
$server->until('/gone 1/');
$written = (new HttpClient($server->port))->request('GET', '/written');
$server->until('/gone 2/');
echo $server->stdout(), strlen($ended->rest()) < 20 << 20 ? 'cut' : 'whole', "\n";
?>
--EXPECT--
gone 1
gone 2
cut
