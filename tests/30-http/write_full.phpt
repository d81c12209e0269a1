--TEST--
SeatPush: http: write() to a slow reader is false while the queue is full, queues nothing then, and goes on later
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1 << 20]);
$server->on('Request', function ($q, $r) use ($server) {
    $sent = 0;
    while ($r->write(pack('N', $sent) . str_repeat('x', 65532))) {
        $sent++;
    }
    echo "full ", $server->getLastError(), ' ', json_encode($r->isWritable()), ' ', json_encode($server->getClientInfo($q->fd)['send_queued_bytes'] <= (1 << 20)), "\n";
    $server->tick(2, function ($timer) use ($r, $server, $sent) {
        if ($r->write(pack('N', $sent) . "last")) {
            $server->clearTimer($timer);
            var_dump($r->end());
        }
    });
});
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/');
$server->until('/full/');
$body = $client->response()['body'];
$pieces = str_split($body, 65536);
$last = array_pop($pieces);
$right = 0;
foreach ($pieces as $i => $piece) {
    $right += $piece === pack('N', $i) . str_repeat('x', 65532);
}
var_dump($right === count($pieces), $right > 10, $last === pack('N', $right) . 'last');
$server->stop();
echo $server->stdout();
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
full 1009 true true
bool(true)
