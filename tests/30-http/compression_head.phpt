--TEST--
SeatPush: compression: HEAD has the fields of GET, with the length of what GET would get, or without one
--EXTENSIONS--
seatpush
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
$server->on('Request', function ($q, $r) {
    $r->header('Date', 'today');
    $r->header('ETag', '"x"');
    match ($q->server['path_info']) {
        '/end' => $r->end(str_repeat('x', 5000)),
        '/noise' => $r->end(random_bytes(5000)),
        '/short' => $r->end('short'),
        '/write' => $r->write('piece') && $r->end(),
        '/nothing' => $r->end($q->getMethod() === 'HEAD' ? '' : str_repeat('x', 5000)),
    };
});
serve($server);
PHP);
$client = new HttpClient($server->port);
foreach (['end', 'noise', 'short', 'write', 'nothing'] as $way) {
    $get = $client->request('GET', "/$way", ['Accept-Encoding' => 'gzip'])->response();
    $head = $client->request('HEAD', "/$way", ['Accept-Encoding' => 'gzip'])->response(true);
    echo "$way: ", coding($get), '; HEAD: ', coding($head), ', ', $get['headers'] === $head['headers'] ? 'the same' : implode(' ', array_keys(array_diff_key($get['headers'], $head['headers']))) . ' missing', ', ', ($way === 'end' ? ($head['headers']['content-length'][0] < 100 ? 'LENGTH' : 'long') : $head['headers']['content-length'][0] ?? 'no length'), "\n";
}
echo $server->stop(), "\n";
?>
--EXPECT--
end: gzip vary Accept-Encoding; HEAD: gzip vary Accept-Encoding, the same, LENGTH
noise: plain vary Accept-Encoding; HEAD: plain vary Accept-Encoding, the same, 5000
short: plain; HEAD: plain, the same, 5
write: gzip vary Accept-Encoding; HEAD: gzip vary Accept-Encoding, the same, no length
nothing: gzip vary Accept-Encoding; HEAD: plain vary Accept-Encoding, content-encoding content-length missing, no length
0
