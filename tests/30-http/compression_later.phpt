--TEST--
SeatPush: compression: an answer that is given later, by Response::create(), is compressed as its own request asked for
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/compression.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['http_compression' => true]);
$fds = [];
$server->on('Request', function ($q, $r) use (&$fds) {
    if ($q->server['path_info'] === '/now') {
        foreach ($fds as $fd) {
            SeatPush\Response::create($fd)->end(str_repeat('x', 1000));
        }
        return $r->end(str_repeat('y', 1000));
    }
    if ($q->server['path_info'] === '/count') {
        return $r->end((string) count($fds));
    }
    $r->detach();
    $fds[] = $q->fd;
});
serve($server);
PHP);
$clients = array_map(fn ($accepted) => (new HttpClient($server->port))->request('GET', '/later', $accepted), [['Accept-Encoding' => 'gzip'], [], ['Accept-Encoding' => 'gzip']]);
while (HttpClient::get($server->port, '/count')['body'] !== '3');
echo coding(HttpClient::get($server->port, '/now')), "\n";
foreach ($clients as $client) {
    $answer = $client->response();
    echo coding($answer), ' ', short(body($answer)), "\n";
}
echo $server->stop(), "\n";
?>
--EXPECT--
plain vary Accept-Encoding
gzip vary Accept-Encoding xxxxxxxxxxxxxxxxxxxx... 1000
plain vary Accept-Encoding xxxxxxxxxxxxxxxxxxxx... 1000
gzip vary Accept-Encoding xxxxxxxxxxxxxxxxxxxx... 1000
0
