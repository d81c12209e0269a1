--TEST--
SeatPush: Client: a Client that has been freed leaves no descriptor open, whether it was accepted or not
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets', '/proc');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
serve($server);
PHP);
$open = fn () => count(glob('/proc/self/fd/*'));
$before = $open();
for ($i = 0; $i < 10; $i++) {
    $client = new SeatPush\Client("ws://127.0.0.1:$server->port/");
    $client->send('hi');
    $client->recv();
    $i % 2 ? $client->close() : null;
    $client = null;
    outcome(fn () => new SeatPush\Client('ws://127.0.0.1:1/'));
    outcome(fn () => new SeatPush\Client('ws://no.such.name.invalid/'));
    outcome(fn () => new SeatPush\Client("http://127.0.0.1:$server->port/"));
}
// The thread that looked the last name up may still be closing its end.
for ($end = microtime(true) + BOUND; $open() > $before && microtime(true) < $end; usleep(2000));
echo $open() - $before, "\n";
?>
--EXPECT--
0
