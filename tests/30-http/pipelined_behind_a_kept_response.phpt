--TEST--
SeatPush: http: data after a request that is not answered yet waits for its turn, however much it is
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 1 << 20]);
$kept = null;
$server->on('Request', function ($q, $r) use (&$kept) {
    echo $q->server['path_info'], "\n";
    if ($q->server['path_info'] === '/first') {
        $kept = $r;
    } elseif ($q->server['path_info'] === '/go') {
        $kept->end('first');
        $kept = null;
        $r->end('gone');
    } else {
        $r->end($q->server['path_info'] . ' ' . md5($q->rawContent()));
    }
});
serve($server);
PHP);
$body = str_repeat('0123456789', 50000);
$client = (new HttpClient($server->port))->request('GET', '/first');
$server->until('~/first~');
$client->request('POST', '/second', [], $body)->request('GET', '/third');
echo HttpClient::get($server->port, '/go')['body'], "\n";
echo $client->response()['body'], "\n";
echo $client->response()['body'] === '/second ' . md5($body) ? 'second' : 'not second', "\n";
echo $client->response()['body'] === '/third ' . md5('') ? 'third' : 'not third', "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
gone
first
second
third
/first
/go
/second
/third
