--TEST--
SeatPush: compression: which coding a response has, by the request's Accept-Encoding
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib', 'br and zstd');
?>
--FILE--
<?php
require __DIR__ . '/compression.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['http_compression' => true]);
$server->on('Request', fn ($q, $r) => $r->end(str_repeat('row 7, seat 8; ', 100)));
serve($server);
PHP);
echo 'none: ', coding(HttpClient::get($server->port)), "\n";
foreach (['gzip', 'x-gzip', 'br', 'zstd', 'gzip, deflate', 'gzip, deflate, br', 'gzip, deflate, br, zstd', 'zstd;q=0.5, br;q=0.8, gzip;q=0.7', 'gzip;q=0', 'identity', 'identity;q=0, gzip', 'gzip;q=0.5, identity', '*', '*;q=0', 'gzip;q=2', 'deflate', ''] as $accepted) {
    $answer = HttpClient::get($server->port, '/', ['Accept-Encoding' => $accepted]);
    echo "$accepted: ", coding($answer), strlen($answer['body']) < 150 ? ', shorter' : '', "\n";
}
echo short(body(HttpClient::get($server->port, '/', ['Accept-Encoding' => 'gzip']))), "\n";
echo 'two fields: ', coding((new HttpClient($server->port))->raw("GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br;q=0.1\r\naccept-encoding: gzip\r\n\r\n")->response()), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
none: plain vary Accept-Encoding
gzip: gzip vary Accept-Encoding, shorter
x-gzip: gzip vary Accept-Encoding, shorter
br: br vary Accept-Encoding, shorter
zstd: zstd vary Accept-Encoding, shorter
gzip, deflate: gzip vary Accept-Encoding, shorter
gzip, deflate, br: br vary Accept-Encoding, shorter
gzip, deflate, br, zstd: zstd vary Accept-Encoding, shorter
zstd;q=0.5, br;q=0.8, gzip;q=0.7: br vary Accept-Encoding, shorter
gzip;q=0: plain vary Accept-Encoding
identity: plain vary Accept-Encoding
identity;q=0, gzip: gzip vary Accept-Encoding, shorter
gzip;q=0.5, identity: plain vary Accept-Encoding
*: gzip vary Accept-Encoding, shorter
*;q=0: plain vary Accept-Encoding
gzip;q=2: plain vary Accept-Encoding
deflate: plain vary Accept-Encoding
: plain vary Accept-Encoding
row 7, seat 8; row 7... 1500
two fields: gzip vary Accept-Encoding
0
