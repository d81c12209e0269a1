--TEST--
SeatPush: push: more is pushed to a client that has read half of what waited: everything arrives, in order
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('PHP without valgrind');    // a server that slow never has anything waiting
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 64 << 20]);
$n = 0;
$server->on('Message', function ($s, $f) use (&$n) {
    [$count, $size] = explode(' ', $f->data);
    echo $s->getClientInfo($f->fd)['send_queued_bytes'] > 0 ? 'something waits' : 'nothing waits', "\n";
    for ($i = 0; $i < $count; $i++) {
        $s->push($f->fd, $n++ . ' ' . str_repeat('x', (int) $size));
    }
    echo "$n pushed\n";
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('240 262144');
$server->until('/240 pushed/');    // otherwise a quick client has already read everything
$next = 0;
$right = function (int $count) use ($client, &$next): string {
    for ($i = 0; $i < $count; $i++) {
        $is = (int) strtok($client->text(), ' ');
        if ($is !== $next++) {
            return "$is instead of " . $next - 1;
        }
    }
    return "$count in order";
};
echo $right(20), "\n";
$client->send('3000 10');
$server->until('/3240 pushed/');
echo $right(20), "\n";
$client->send('9000 10');
$server->until('/12240 pushed/');
echo $right(12200), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
20 in order
20 in order
12200 in order
nothing waits
240 pushed
something waits
3240 pushed
something waits
12240 pushed
