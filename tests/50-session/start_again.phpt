--TEST--
SeatPush: session: after start() has returned, a new server works in the same process, and ids go on
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$ids = [];
for ($i = 0; $i < 3; $i++) {
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Request', function ($q, $r) use ($server, &$ids) { $ids[] = $q->fd; $r->end(); $server->shutdown(); });
    $server->on('Start', fn ($server) => file_get_contents("http://127.0.0.1:$server->port/") );
    $server->on('Start', function ($server) {
        $client = stream_socket_client("tcp://127.0.0.1:$server->port");
        fwrite($client, "GET / HTTP/1.0\r\n\r\n");
        $GLOBALS['clients'][] = $client;
    });
    $i < 2 ? var_dump($server->start()) : var_dump(serve($server));
    unset($server);
    gc_collect_cycles();
}
$sorted = $ids;
sort($sorted);
var_dump(count(array_unique($ids)), $sorted === $ids);
PHP);
echo $server->wait(), "\n", $server->stdout(), $server->log('ERROR');
?>
--EXPECT--
0
bool(true)
bool(true)
bool(true)
int(3)
bool(true)
