--TEST--
SeatPush: session: close() in Open, in Request, and for other connections in Close: Close runs afterwards, never inside
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$depth = 0;
$inside = function (string $what, callable $do) use (&$depth) {
    echo str_repeat('  ', $depth++), "$what\n";
    $do();
    $depth--;
};
$server->on('Open', fn ($s, $q) => $inside('Open', function () use ($s, $q) {
    if ($q->server['path_info'] === '/close') {
        echo json_encode([$s->close($q->fd), $s->exists($q->fd)]), "\n";
    }
}));
$server->on('Message', fn ($s, $f) => 1);
$server->on('Request', fn ($q, $r) => $inside('Request', function () use ($server, $q, $r) {
    echo json_encode([$server->close($q->fd), $server->exists($q->fd), $r->end('late')]), "\n";
}));
$server->on('Close', fn ($s, $fd, $re, $code) => $inside("Close $re $code", function () use ($s, $fd) {
    echo json_encode([$s->close($fd), $s->disconnect($fd)]), "\n";
    foreach ($s->connections as $other) {
        $s->close($other);
    }
}));
serve($server);
PHP);
$waiting = WsClient::connect($server->port, '/');
(new HttpClient($server->port))->request('GET', '/')->rest();
echo $waiting->text(), "\n";
$waiting->close()->rest();
echo WsClient::connect($server->port, '/close')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
close 1000
close 1000
Open
Request
[true,false,false]
Close -1 0
[false,false]
Close -1 1000
[false,false]
Open
[true,false]
Close -1 1000
[false,false]
