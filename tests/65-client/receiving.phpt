--TEST--
SeatPush: Client: foreach ends with an orderly close, and throws for any other; a message that is too long closes with 1009; messages that are not received hold the server back
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$server = TestServer::start(<<<'PHP'
$s = new SeatPush\Server('127.0.0.1', 0);
$s->set(['socket_buffer_size' => 100000000]);
$s->on('Message', function ($s, $frame) {
    [$what, $n] = explode(' ', "$frame->data ");
    for ($i = 0; $what === 'send' && $i < 3; $i++) {
        $s->push($frame->fd, "message $i");
    }
    $what === 'big' && $s->push($frame->fd, str_repeat('b', (int) $n));
    for ($i = 0; $what === 'flood' && $i < 1000; $i++) {
        $s->push($frame->fd, str_pad((string) $i, 10000));
    }
    $what === 'close' && $s->disconnect($frame->fd, (int) $n, 'why');
    $what === 'left' && print($s->stats()['queued_bytes'] > 1000000 ? "held back\n" : "all is out\n");
});
$s->on('Close', fn ($s, $fd, $reactor, $code, $reason) => print("closed with $code\n"));
serve($s);
PHP);
$url = "ws://127.0.0.1:$server->port";
foreach ([1000, 1001, 1011] as $code) {
    $client = new SeatPush\Client($url);
    $client->send('send');
    $client->send("close $code");
    echo "$code: ", outcome(function () use ($client) {
        foreach ($client as $i => $frame) {
            echo "$i=$frame->data ";
        }
    }), '; again: ', outcome(fn () => count(iterator_to_array($client))), "\n";
}
$client = new SeatPush\Client($url);
$client->send('send');
foreach ($client as $frame) {
    echo $frame->data, ', ';
    break;
}
echo $client->getIterator()->current()->data, ', ', $client->recv()->data, ', ', outcome(function () use ($client) { foreach ($client as &$frame) { } }), "\n";
$client = new SeatPush\Client($url, maxLength: 1000);
$client->send('big 1000');
echo strlen($client->recv()->data), ', ';
$client->send('big 1001');
echo outcome(fn () => $client->recv()), "\n";
$server->until('/closed with 1009/');
$client = new SeatPush\Client($url, timeout: 0.5);
$client->send('flood');
echo outcome(fn () => $client->ping()), ', ', memory_get_peak_usage() < 20e6 ? 'little is kept' : 'MUCH IS KEPT', ', ';
for ($i = 0; $i < 1000 && ($frame = $client->recv(5)) && (int) $frame->data === $i; $i++);
echo "$i in order, ", outcome(fn () => $client->ping() > 0), "\n";
unset($client);
$server->until('/closed with 1001\n.*closed with 1001/s');
echo "an object that goes says so\n";
?>
--EXPECT--
1000: 0=message 0 1=message 1 2=message 2 null; again: 0
1001: 0=message 0 1=message 1 2=message 2 null; again: 0
1011: 0=message 0 1=message 1 2=message 2 code 1011: the connection is closed: 1011 why; again: code 1011: the connection is closed: 1011 why
message 0, message 1, message 2, Error: An iterator cannot be used with foreach by reference
1000, code 1009: the connection is closed: 1009 a message is longer than 1000 bytes
ping(): no pong within 0.5 s, little is kept, 1000 in order, true
an object that goes says so
