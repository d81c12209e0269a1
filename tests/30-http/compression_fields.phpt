--TEST--
SeatPush: compression: Vary is merged with the script's, a strong ETag becomes weak where the body is encoded, and the script's own array stays as it is
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
$shared = ['Content-Type' => 'text/plain', 'ETag' => '"s"', 'Vary' => 'Origin'];
$server->on('Request', function ($q, $r) use (&$shared) {
    foreach (json_decode(urldecode($q->server['query_string'] ?? ''), true) ?? [] as $name => $value) {
        $r->header($name, $value);
    }
    if ($q->server['path_info'] === '/shared') {
        $r->header = &$shared;
        $values = ['a', 'b'];
        $shared['Vary'] = [&$values[0], &$values[1]];
        $r->end(str_repeat('x', 300));
        echo json_encode([$shared, $r->header, $values]), "\n";
        return;
    }
    $r->end(str_repeat('x', 300));
});
serve($server);
PHP);
$ask = fn (array $set, string $accepted) => HttpClient::get($server->port, '/?' . rawurlencode(json_encode($set)), ['Accept-Encoding' => $accepted]);
foreach (['Origin', 'Origin, Cookie', 'accept-encoding', 'Origin,Accept-Encoding', 'Accept-Encodings', '*', '', ['Origin', 'Cookie'], ['Origin', 'Accept-Encoding, Cookie'], ['*', 'Origin']] as $vary) {
    echo json_encode($vary), ': ', coding($ask(['Vary' => $vary], 'gzip')), '; ', coding($ask(['vary' => $vary], 'identity')), "\n";
}
foreach (['"a"', 'W/"a"', 'a', '', ['"a"']] as $tag) {
    echo json_encode($tag, JSON_UNESCAPED_SLASHES), ': ', $ask(['ETag' => $tag], 'gzip')['headers']['etag'][0], '; ', $ask(['etag' => $tag], 'identity')['headers']['etag'][0], "\n";
}
foreach (['gzip', 'identity'] as $accepted) {
    $answer = HttpClient::get($server->port, '/shared', ['Accept-Encoding' => $accepted]);
    echo coding($answer), ' ', $answer['headers']['etag'][0], ' ', short(body($answer)), "\n";
}
$server->stop();
echo $server->stdout();
?>
--EXPECT--
"Origin": gzip vary Origin, Accept-Encoding; plain vary Origin, Accept-Encoding
"Origin, Cookie": gzip vary Origin, Cookie, Accept-Encoding; plain vary Origin, Cookie, Accept-Encoding
"accept-encoding": gzip vary accept-encoding; plain vary accept-encoding
"Origin,Accept-Encoding": gzip vary Origin,Accept-Encoding; plain vary Origin,Accept-Encoding
"Accept-Encodings": gzip vary Accept-Encodings, Accept-Encoding; plain vary Accept-Encodings, Accept-Encoding
"*": gzip vary *; plain vary *
"": gzip vary Accept-Encoding; plain vary Accept-Encoding
["Origin","Cookie"]: gzip vary Origin + Cookie + Accept-Encoding; plain vary Origin + Cookie + Accept-Encoding
["Origin","Accept-Encoding, Cookie"]: gzip vary Origin + Accept-Encoding, Cookie; plain vary Origin + Accept-Encoding, Cookie
["*","Origin"]: gzip vary * + Origin; plain vary * + Origin
"\"a\"": W/"a"; "a"
"W/\"a\"": W/"a"; W/"a"
"a": a; a
"": ; 
["\"a\""]: W/"a"; "a"
gzip vary a + b + Accept-Encoding W/"s" xxxxxxxxxxxxxxxxxxxx... 300
plain vary a + b + Accept-Encoding "s" xxxxxxxxxxxxxxxxxxxx... 300
[{"Content-Type":"text\/plain","ETag":"\"s\"","Vary":["a","b"]},{"Content-Type":"text\/plain","ETag":"\"s\"","Vary":["a","b"]},["a","b"]]
[{"Content-Type":"text\/plain","ETag":"\"s\"","Vary":["a","b"]},{"Content-Type":"text\/plain","ETag":"\"s\"","Vary":["a","b"]},["a","b"]]
