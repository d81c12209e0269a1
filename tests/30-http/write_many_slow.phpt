--TEST--
SeatPush: HTTP: clients that do not read what write() sends, however many, do not keep others from being served; at four times max_concurrency the one that has taken nothing for longest is given up
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_concurrency' => 2, 'socket_buffer_size' => 1 << 20]);
$begun = $ended = 0;
$server->on('Request', function ($q, $r) use ($server, &$begun, &$ended) {
    if ($q->server['path_info'] === '/slow') {
        $begun++;
        while ($r->write(str_repeat('x', 1 << 20))) {}
        $ended++;
        return;
    }
    $server->sleep(1);
    $r->end(json_encode([$begun, $ended, $server->stats()['timeout_count']]));
});
serve($server);
PHP);
/** The answer of a callback that waits, once so many are slow. */
function served(TestServer $server, int $begun): string
{
    for ($end = microtime(true) + BOUND; ($json = HttpClient::get($server->port)['body'])[1] < $begun && microtime(true) < $end; usleep(2000));
    return $json;
}
$slow = [];
for ($i = 0; $i < 8; $i++) {
    $slow[] = (new HttpClient($server->port))->request('GET', '/slow');
}
echo served($server, 8), "\n";
$slow[] = (new HttpClient($server->port))->request('GET', '/slow');
$server->until('/8 callbacks wait in write/');
served($server, 9);
echo served($server, 9), "\n";
$slow = null;
echo $server->stop(), ' ', $server->log('write()');
?>
--EXPECT--
[8,0,0]
[9,1,1]
0 WARNING seatpush: 8 callbacks wait in write() or push() for clients that read slowly: to make room, the one that has taken nothing for longest is given up (max_concurrency, total_callback_size)
