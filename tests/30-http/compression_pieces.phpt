--TEST--
SeatPush: compression: what write() sends is there at once, piece by piece; then trailers, HTTP/1.0, and the next request of the connection
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
$open = null;
$server->on('Request', function ($q, $r) use (&$open) {
    switch ($q->server['path_info']) {
        case '/open': // ended by /go
            $open = $r;
            return $r->write('');
        case '/go':
            $piece = $q->get['piece'];
            $done = $piece === 'end' ? $open->end('the end') : $open->write($piece);
            return $r->end(json_encode($done));
        case '/trailer':
            $r->trailer('X-Sum', '7');
            return $r->end(str_repeat('z', (int) $q->get['length']));
        case '/pieces':
            foreach (['one ', '', str_repeat('two ', 20000), random_bytes(5), 'three'] as $piece) {
                $r->write($piece);
            }
            return $r->end();
    }
});
serve($server);
PHP);
$accepts = ['Accept-Encoding' => 'gzip'];
$client = (new HttpClient($server->port))->request('GET', '/open', $accepts);
echo preg_match('/\r\nContent-Encoding: gzip\r\n.*\r\nTransfer-Encoding: chunked\r\n/s', $client->upTo("\r\n\r\n")) ? 'gzip, chunked' : 'no', "\n";
$inflate = inflate_init(ZLIB_ENCODING_GZIP);
$chunk = fn () => inflate_add($inflate, substr($client->bytes(hexdec(trim($client->upTo("\r\n"))) + 2), 0, -2));
foreach (['a', 'b', str_repeat('seat ', 100), 'end'] as $piece) {
    HttpClient::get($server->port, '/go?piece=' . urlencode($piece));
    echo short($chunk()), "\n";
}
echo trim($client->upTo("\r\n")), ' ', inflate_get_status($inflate) === ZLIB_STREAM_END ? 'and the end' : 'and no end', "\n";
$client->bytes(2);

$client->request('GET', '/pieces', $accepts)->request('GET', '/pieces')->request('GET', '/pieces', $accepts);
foreach ([1, 2, 3] as $request) {
    $answer = $client->response();
    echo coding($answer), ': ', substr_replace(body($answer), '', 80004, 5) === 'one ' . str_repeat('two ', 20000) . 'three' ? 'right' : 'wrong', "\n";
}
$client->request('GET', '/trailer?length=300', $accepts)->request('GET', '/trailer?length=255', $accepts);
$head = $client->upTo("\r\n\r\n");
for ($body = ''; ($length = hexdec(trim($client->upTo("\r\n")))) > 0; $client->bytes(2)) {
    $body .= $client->bytes($length);
}
echo str_contains($head, "Content-Encoding: gzip\r\n") && str_contains($head, "Trailer: X-Sum\r\n") ? 'gzip with a trailer: ' : 'no: ', short(gzdecode($body)), ', ', trim($client->upTo("\r\n\r\n")), "\n";
echo 'short, with a trailer: ', str_contains($client->upTo("\r\n\r\n"), 'Content-Encoding') ? 'gzip' : 'plain', "\n";
$answer = (new HttpClient($server->port))->raw("GET /pieces HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n")->response();
echo 'HTTP/1.0: ', coding($answer), ', ', implode($answer['headers']['connection']), ', ', strlen(body($answer)), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
gzip, chunked
a
b
seat seat seat seat ... 500
the end
0 and the end
gzip vary Accept-Encoding: right
plain vary Accept-Encoding: right
gzip vary Accept-Encoding: right
gzip with a trailer: zzzzzzzzzzzzzzzzzzzz... 300, X-Sum: 7
short, with a trailer: plain
HTTP/1.0: gzip vary Accept-Encoding, close, 80014
0
