--TEST--
SeatPush: push: above total_buffer_size, a connection with something waiting counts as full; one with an empty queue still gets a message
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['total_buffer_size' => 4 << 20, 'socket_buffer_size' => 64 << 20, 'package_max_length' => 1 << 20]);
$server->on('Message', function ($s, $f) {
    $all = iterator_to_array($s->connections, false);
    $n = [0, 0];
    foreach ([0, 1] as $i) {
        while ($s->push($all[$i], str_repeat('x', 1 << 20)) && $n[$i] < 100) {
            $n[$i]++;
        }
    }
    // Two do not read: when the second is pushed to, the first has used up the total.
    $s->push($f->fd, json_encode([$n[0] > 3 && $n[0] < 30, $n[1] >= 1 && $n[1] < $n[0], $s->exists($all[0]), $s->exists($all[1]), $s->exists($f->fd), $s->stats()['push_full_count']]));
});
serve($server);
PHP);
$deaf = [WsClient::connect($server->port), WsClient::connect($server->port)];
echo WsClient::connect($server->port)->send('go')->text(), "\n";
?>
--EXPECT--
[true,true,false,false,true,2]
