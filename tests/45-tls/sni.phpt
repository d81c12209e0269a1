--TEST--
SeatPush: TLS: certificates by the name that a client asks for, and read again while the server runs: new connections get the new one, a broken file changes nothing
--EXTENSIONS--
seatpush
openssl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('TLS');
?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

certificate('one');
certificate('any');
$sni = "['ssl_sni_certs' => ['*.any.example' => ['ssl_cert_file' => '$in/any.pem', 'ssl_key_file' => '$in/any.key'], 'one.any.example' => ['ssl_cert_file' => '$in/one.pem', 'ssl_key_file' => '$in/one.key'], 'one.example' => ['ssl_cert_file' => '$in/one.pem', 'ssl_key_file' => '$in/one.key']]]";
$server = TestServer::start(secure_script($sni));
foreach (['one.example', 'ONE.example', 'one.any.example', 'b.any.example', 'any.example', 'a.b.any.example', 'else.example'] as $name) {
    echo "$name: ", shown($server, ['peer_name' => $name]), "\n";
}
$ada = WsClient::connect(url($server));

echo "-- other files\n";
certificate('new');
rename("$in/new.pem", "$in/here.pem");
rename("$in/new.key", "$in/here.key");
certificate('newer');
rename("$in/newer.pem", "$in/one.pem");
rename("$in/newer.key", "$in/one.key");
echo shown($server), ' ', shown($server, ['peer_name' => 'one.example']), "\n";
$server->signal(1);
$server->until('/read again/');
echo shown($server), ' ', shown($server, ['peer_name' => 'one.example']), ', Ada ', $ada->send('"stays"')->text(), "\n";

echo "-- a broken one\n";
file_put_contents("$in/one.pem", 'nothing');
echo $ada->send('$server->reloadCertificates()')->text(), ' ', shown($server), ' ', shown($server, ['peer_name' => 'one.example']), "\n";
certificate('mended');
rename("$in/mended.pem", "$in/one.pem");
rename("$in/mended.key", "$in/one.key");
echo $ada->send('$server->reloadCertificates()')->text(), ' ', shown($server), ' ', shown($server, ['peer_name' => 'one.example']), "\n";
echo $server->stop(), "\n", preg_replace(['/:\d{5}/', "~$in/~"], [':PORT', ''], $server->log('TLS'));

echo "-- without TLS\n";
$server = TestServer::start(strtr(secure_script('[]'), ['SeatPush\Server::SOCK_TCP | SeatPush\Server::SSL' => 'SeatPush\Server::SOCK_TCP']));
echo WsClient::connect($server->port)->send('$server->reloadCertificates()')->text(), "\n";
echo $server->stop(), "\n", $server->log('TLS');
?>
--EXPECTF--
one.example: one
ONE.example: one
one.any.example: one
b.any.example: any
any.example: here
a.b.any.example: here
else.example: here
-- other files
here one
new newer, Ada "stays"
-- a broken one
false new newer
true new mended
0
INFO seatpush: TLS: the certificates of 127.0.0.1:PORT were read again
ERROR seatpush: TLS: 127.0.0.1:PORT keeps the certificates that it has: ssl_cert_file "one.pem" cannot be used: it has no certificate as PEM (-----BEGIN CERTIFICATE-----), OpenSSL says: %s
INFO seatpush: TLS: the certificates of 127.0.0.1:PORT were read again
-- without TLS
false
0
WARNING seatpush: ssl_cert_file is set, and no port speaks TLS: add SSL to the type, as in new Server('0.0.0.0', 443, sock_type: Server::SOCK_TCP | Server::SSL)
