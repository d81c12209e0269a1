--TEST--
SeatPush: push: when descriptors run out, the reserve answers 503, and afterwards everything is as before
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('PHP without valgrind');    // valgrind needs descriptors of its own
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$held = [];
$server->on('Message', function ($s, $f) use (&$held) {
    if ($f->data === 'fill') {
        while ($file = @fopen('/dev/null', 'r')) {
            $held[] = $file;
        }
    } else {
        $held = [];
    }
    $s->push($f->fd, $f->data);
});
serve($server);
PHP, [], ['sh', '-c', 'ulimit -n 200; exec "$@"', 'sh']);
$a = WsClient::connect($server->port);
echo $a->send('fill')->text(), ' ', (new HttpClient($server->port))->response()['status'], ' ', $a->send('free')->text(), ' ', WsClient::connect($server->port)->send('normal')->text(), "\n";
?>
--EXPECT--
fill 503 free normal
