--TEST--
SeatPush: http: a response to a client that has left says so, and does not affect others
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$kept = [];
$server->on('Request', function ($q, $r) use (&$kept, $server) {
    if ($q->server['path_info'] === '/keep') {
        $kept[] = $r;
        echo "kept\n";
    } elseif ($q->server['path_info'] === '/detach') {
        $r->detach();
        $kept[] = $r->fd;
        echo "kept\n";
    } else {
        $r->end(json_encode([$kept[0]->isWritable(), $kept[0]->write('x'), $kept[0]->end('x'), $kept[0]->detach(), SeatPush\Response::create($kept[1]), SeatPush\Response::create($q->fd), SeatPush\Response::create(1), count($server->connections)]));
    }
});
$server->on('Close', function () { echo "Close\n"; });
serve($server);
PHP);
(new HttpClient($server->port))->request('GET', '/keep')->shut();
(new HttpClient($server->port))->request('GET', '/detach')->shut();
$server->until('/(Close.*){2}/s');
echo HttpClient::get($server->port, '/say')['body'], "\n";
$server->stop();
?>
--EXPECT--
[false,false,false,false,false,false,false,1]
