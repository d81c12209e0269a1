--TEST--
SeatPush: regress: an accepted state stays if the next one with its conflateKey finds the queue full
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 300000]);
$server->on('Message', function ($s, $f) {
    $s->subscribe($f->fd, 'show');
    $s->publish('show', 'filler', conflateKey: 'other');    // from now on the kernel is given little in advance
    while ($s->getClientInfo($f->fd)['send_queued_bytes'] < 200000) {    // more than is written at once: the kernel is full
        $s->push($f->fd, str_repeat('x', 10000));
    }
    $told = [$s->publish('show', 'state 1', conflateKey: 'state'), $s->publish('show', str_repeat('y', 200000), conflateKey: 'state')];
    echo json_encode($told), "\n";
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
$server->until("/^\\[\\d/m");
for ($last = []; !preg_match('/^(close|end)/', $text = $client->text()); $last = [strlen($text) > 100 ? 'x' : $text]);
echo implode($last), ', ', $text, "\n", $server->stdout();
?>
--EXPECT--
state 1, close 1013 reader is too slow
[1,0]
