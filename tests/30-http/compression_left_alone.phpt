--TEST--
SeatPush: compression: responses that are left alone, for every client: by status, by a field of the script's, by type, by length, files
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

$file = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($file, str_repeat('row 7, seat 8; ', 100));
$server = TestServer::start('const FILE = ' . var_export($file, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['http_compression' => true, 'http_compression_max_length' => 2000]);
$server->on('Request', function ($q, $r) {
    $r->status((int) ($q->get['status'] ?? 200));
    foreach ($q->get['set'] ?? [] as $name => $value) {
        $r->header($name, $value);
    }
    $body = str_repeat('x', (int) ($q->get['length'] ?? 1500));
    match ($q->server['path_info']) {
        '/file' => $r->sendfile(FILE),
        '/write' => $r->write($body) && $r->end(),
        default => $r->end($body),
    };
});
serve($server);
PHP);
$how = fn (array $asked, string $path = '/') => coding((new HttpClient($server->port))->request('GET', "$path?" . http_build_query($asked), ['Accept-Encoding' => 'gzip'])->response());
foreach ([200, 201, 203, 204, 205, 206, 304, 404, 500] as $status) {
    echo "$status: ", $how(['status' => $status]), "\n";
}
foreach ([['Content-Encoding', 'br'], ['content-encoding', 'aes128gcm'], ['Content-Range', 'bytes 0-1499/5000'], ['Content-Length', '1500'], ['Cache-Control', 'no-transform'], ['Cache-Control', 'public, No-Transform'], ['Cache-Control', ['public', 'no-transform']], ['Cache-Control', 'private, x-no-transform'], ['Content-Digest', 'sha-256=:x:'], ['Content-MD5', 'x']] as [$name, $value]) {
    echo "$name: ", json_encode($value), ': ', $how(['set' => [$name => $value]]), '; ', $how(['set' => [$name => $value]], '/write'), "\n";
}
foreach (['text/html; charset=utf-8', 'text/csv', 'application/json', 'application/problem+json', 'image/svg+xml', 'application/javascript', 'application/wasm', 'image/png', 'video/mp4', 'application/zip', 'application/octet-stream', 'text/event-stream', 'text'] as $type) {
    echo "$type: ", $how(['set' => ['Content-Type' => $type]]), "\n";
}
foreach ([0, 255, 256, 2000, 2001] as $length) {
    echo "$length bytes: ", $how(['length' => $length]), '; ', $how(['length' => $length], '/write'), "\n";
}
echo 'file: ', $how([], '/file'), ', ', $server->stop(), "\n";
unlink($file);
?>
--EXPECT--
200: gzip vary Accept-Encoding
201: gzip vary Accept-Encoding
203: gzip vary Accept-Encoding
204: plain
205: plain
206: plain
304: plain
404: gzip vary Accept-Encoding
500: gzip vary Accept-Encoding
Content-Encoding: "br": br; br
content-encoding: "aes128gcm": aes128gcm; aes128gcm
Content-Range: "bytes 0-1499\/5000": plain; plain
Content-Length: "1500": plain; plain
Cache-Control: "no-transform": plain; plain
Cache-Control: "public, No-Transform": plain; plain
Cache-Control: ["public","no-transform"]: plain; plain
Cache-Control: "private, x-no-transform": gzip vary Accept-Encoding; gzip vary Accept-Encoding
Content-Digest: "sha-256=:x:": plain; plain
Content-MD5: "x": plain; plain
text/html; charset=utf-8: gzip vary Accept-Encoding
text/csv: gzip vary Accept-Encoding
application/json: gzip vary Accept-Encoding
application/problem+json: gzip vary Accept-Encoding
image/svg+xml: gzip vary Accept-Encoding
application/javascript: gzip vary Accept-Encoding
application/wasm: gzip vary Accept-Encoding
image/png: plain
video/mp4: plain
application/zip: plain
application/octet-stream: plain
text/event-stream: plain
text: plain
0 bytes: plain; gzip vary Accept-Encoding
255 bytes: plain; gzip vary Accept-Encoding
256 bytes: gzip vary Accept-Encoding; gzip vary Accept-Encoding
2000 bytes: gzip vary Accept-Encoding; gzip vary Accept-Encoding
2001 bytes: plain; plain
file: plain, 0
