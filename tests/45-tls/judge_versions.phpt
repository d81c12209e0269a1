--TEST--
SeatPush: TLS: judged by openssl and sslscan: no version before 1.2, no weak cipher, no compression, no renegotiation, HTTP/1.1 by ALPN, the whole chain
--EXTENSIONS--
seatpush
openssl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('TLS', 'sslscan');
?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

foreach (['root' => null, 'between' => 'root', 'leaf' => 'between'] as $name => $issuer) {
    $extension = $name === 'leaf' ? 'subjectAltName=DNS:localhost' : 'basicConstraints=critical,CA:TRUE';
    $new = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=$name -keyout $in/$name.key";
    if ($issuer === null) {
        sh("openssl req -x509 $new -days 2 -out $in/$name.pem");
        continue;
    }
    file_put_contents("$in/$name.ext", "$extension\n");
    sh("openssl req $new -out $in/$name.csr");
    sh("openssl x509 -req -in $in/$name.csr -CA $in/$issuer.pem -CAkey $in/$issuer.key -CAcreateserial -days 2 -extfile $in/$name.ext -out $in/$name.pem");
}
file_put_contents("$in/chain.pem", file_get_contents("$in/leaf.pem") . file_get_contents("$in/between.pem"));
$server = TestServer::start(secure_script("['ssl_cert_file' => '$in/chain.pem', 'ssl_key_file' => '$in/leaf.key']"));

$lines = explode("\n", sh("sslscan --no-colour localhost:$server->port"));
echo implode("\n", preg_replace('/ +/', ' ', preg_grep('/abled$|renegotiation|Fallback SCSV$|^Preferred|^Accepted|vulnerable/', $lines))), "\n";

function client(string $options): string
{
    global $server;
    return sh("openssl s_client -connect localhost:$server->port $options </dev/null");
}
preg_match_all('/ALPN.*|Verification.*|Compression: .*|Early data was .*/', client("-CAfile $in/root.pem -verify_return_error -verify_hostname localhost -alpn h2,http/1.1"), $found);
echo implode("\n", array_unique($found[0])), "\n";
echo preg_match('/alert number 120|no application protocol/', client('-alpn h2')) ? 'h2 alone: no application protocol' : 'h2 alone: accepted', "\n";
foreach (['-tls1_1 -cipher DEFAULT@SECLEVEL=0', '-tls1_2 -cipher AES128-SHA', '-tls1_2 -cipher ECDHE-ECDSA-AES128-SHA'] as $weak) {
    echo "$weak: ", str_contains(client($weak), 'Cipher is (NONE)') ? 'refused' : 'ACCEPTED', "\n";
}
echo $server->stop(), "\n";

echo "-- as the script asks\n";
$server = TestServer::start(secure_script("['ssl_protocols' => 64]"));
echo 'TLS 1.2: ', str_contains(client('-tls1_2'), 'Cipher is (NONE)') ? 'refused' : 'accepted', "\n";
echo $server->stop(), "\n";
$server = TestServer::start(secure_script("['ssl_protocols' => 8 | 32, 'ssl_ciphers' => 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ssl_ecdh_curve' => 'P-384']"));
preg_match_all('/Cipher is .*|Server Temp Key: .*/', client('-tls1_2'), $found);
echo implode(', ', $found[0]), '; TLS 1.3: ', str_contains(client('-tls1_3'), 'Cipher is (NONE)') ? 'refused' : 'accepted', '; TLS 1.0: ', str_contains(client('-tls1 -cipher DEFAULT@SECLEVEL=0'), 'Cipher is (NONE)') ? 'refused' : 'accepted', "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
SSLv2 disabled
SSLv3 disabled
TLSv1.0 disabled
TLSv1.1 disabled
TLSv1.2 enabled
TLSv1.3 enabled
Server supports TLS Fallback SCSV
 TLS renegotiation:
Session renegotiation not supported
TLSv1.3 not vulnerable to heartbleed
TLSv1.2 not vulnerable to heartbleed
Preferred TLSv1.3 256 bits TLS_AES_256_GCM_SHA384 Curve 25519 DHE 253
Accepted TLSv1.3 256 bits TLS_CHACHA20_POLY1305_SHA256 Curve 25519 DHE 253
Accepted TLSv1.3 128 bits TLS_AES_128_GCM_SHA256 Curve 25519 DHE 253
Preferred TLSv1.2 256 bits ECDHE-ECDSA-AES256-GCM-SHA384 Curve 25519 DHE 253
Accepted TLSv1.2 128 bits ECDHE-ECDSA-AES128-GCM-SHA256 Curve 25519 DHE 253
Accepted TLSv1.2 256 bits ECDHE-ECDSA-CHACHA20-POLY1305 Curve 25519 DHE 253
Verification: OK
Compression: NONE
ALPN protocol: http/1.1
Early data was not sent
h2 alone: no application protocol
-tls1_1 -cipher DEFAULT@SECLEVEL=0: refused
-tls1_2 -cipher AES128-SHA: refused
-tls1_2 -cipher ECDHE-ECDSA-AES128-SHA: refused
0
-- as the script asks
TLS 1.2: refused
0
Server Temp Key: ECDH, secp384r1, 384 bits, Cipher is ECDHE-ECDSA-AES128-GCM-SHA256; TLS 1.3: refused; TLS 1.0: refused
0
