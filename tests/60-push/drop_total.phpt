--TEST--
SeatPush: push: whenFull: 'drop_oldest': when total_buffer_size is used up, a new message replaces as many old bytes, and a push() makes room for itself
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
// A message for two is freed only when both have dropped it, so a push() can make room if its client is the only one.
foreach (['publish' => 2, 'push' => 1] as $how => $readers) {
    $server = TestServer::start(strtr(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['socket_buffer_size' => 50_000_000, 'total_buffer_size' => 20_000_000]);
    $server->topic('news', whenFull: 'drop_oldest');
    $server->on('Message', function ($s, $f) {
        if ($f->data === 'join') {
            $s->push($f->fd, json_encode($s->subscribe($f->fd, 'news')));
            return;
        }
        $slow = $s->subscribers('news');
        $queue = fn ($fd) => $s->getClientInfo($fd)['send_queued_bytes'];
        while ($s->stats()['dropped_count'] === 0) {
            $s->publish('news', str_repeat('d', 50000));     // both read nothing, so their kernels are full soon
        }
        $before = array_map($queue, $slow);
        if ('HOW' === 'publish') {
            $said['told'] = $s->publish('news', str_repeat('D', 50000));
        } else {
            $said['told'] = array_sum(array_map(fn ($fd) => $s->push($fd, str_repeat('p', 50000)), $slow));
        }
        $after = array_map($queue, $slow);
        $said['a few were dropped'] = $s->stats()['dropped_count'] > 0 && $s->stats()['dropped_count'] <= 8;
        $said['queues are as full as before'] = max(array_map(fn ($b, $a) => abs($b - $a), $before, $after)) < 200000;
        $said['full'] = min($before) > 19_800_000;
        $said['in all'] = $s->stats()['queued_bytes'] < 20_100_000;
        $s->push($f->fd, json_encode($said));
    });
    $server->on('Close', function ($s, $fd, $re, $code) { echo $code === 1013 ? "Close 1013\n" : ""; });
    serve($server);
    PHP, ['HOW' => $how]));
    $slow = [];
    for ($i = 0; $i < $readers; $i++) {
        $slow[] = $client = WsClient::connect($server->port)->send('join');
        $client->text();
    }
    echo "$how: ", WsClient::connect($server->port)->send('go')->text(), $server->stdout(), "\n";
}
?>
--EXPECT--
publish: {"told":2,"a few were dropped":true,"queues are as full as before":true,"full":true,"in all":true}
push: {"told":1,"a few were dropped":true,"queues are as full as before":true,"full":true,"in all":true}
