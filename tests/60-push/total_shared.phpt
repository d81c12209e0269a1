--TEST--
SeatPush: push: when total_buffer_size is used up, a reader whose queue holds only what others wait for, too, is not closed for it: that would free nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// A unix socket: its buffers are of one size, so both readers wait for the same messages.
$socket = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6)) . '.sock';
$server = TestServer::start('$socket = ' . var_export($socket, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->listen($socket, 0, SeatPush\Server::SOCK_UNIX);
$server->set(['total_buffer_size' => 16 << 20, 'socket_buffer_size' => 64 << 20]);
$server->on('Message', function ($s, $f) {
    [$one, $two, $hog, $more] = iterator_to_array($s->connections, false);
    $say = fn ($what) => $s->push($f->fd, json_encode($what));
    $waits = fn ($fd) => $s->getClientInfo($fd)['send_queued_bytes'];
    foreach ([$one, $two] as $fd) {
        $s->subscribe($fd, 'show');
    }
    for ($n = 0; $n < 200 && !($waits($one) && $waits($two)); $n++) {
        $s->publish('show', str_repeat((string) ($n % 10), 200_000));
    }
    // What the kernel takes from the first when it is closed, the second fills up.
    foreach ([$hog, $more] as $fd) {
        for ($n = 0; $n < 200 && $s->push($fd, str_repeat('x', (1 << 20) + $n)); $n++);
    }
    $say(['used up by hogs' => $s->stats()['queued_bytes'] >= 16 << 20, 'which were closed' => !$s->exists($hog) && !$s->exists($more)]);
    $say(['to many' => $s->publish('show', 'to many'), 'again' => $s->publish('show', 'again')]);
    $say(['its own' => $s->push($one, 'its own'), 'is there' => $s->exists($one)]);
    // Now its queue holds what would be freed.
    $say(['one more' => $s->push($one, 'one more'), 'is there' => $s->exists($one), 'the other' => $s->exists($two)]);
    // There is an end to that as well: a quarter more.
    for ($n = 0; $n < 400 && $s->publish('show', str_repeat('y', 200_000 + $n)); $n++);
    $total = $s->stats()['queued_bytes'] / (16 << 20);
    $say(['in the end' => $s->exists($two), 'in all' => $total < 1.3 ? 'a quarter more' : $total]);
});
serve($server);
PHP);
$deaf = array_map(fn () => WsClient::connect("unix://$socket"), range(1, 4));
$client = WsClient::connect($server->port)->send('go');
for ($i = 0; $i < 5; $i++) {
    echo $client->text(), "\n";
}
?>
--EXPECT--
{"used up by hogs":true,"which were closed":true}
{"to many":2,"again":2}
{"its own":true,"is there":true}
{"one more":false,"is there":false,"the other":true}
{"in the end":false,"in all":"a quarter more"}
