--TEST--
SeatPush: TLS: what cannot be served is said at the start, with what to do
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

certificate('other');
sh("openssl ec -in $in/here.key -aes128 -passout pass:sesame -out $in/locked.key");
file_put_contents("$in/empty.pem", '');

function attempt(string $settings, string $before = ''): void
{
    global $in;
    $code = <<<PHP
    try {
        \$server = new SeatPush\Server('127.0.0.1', 0, 1, SeatPush\Server::SOCK_TCP | SeatPush\Server::SSL);
        \$server->set($settings);
        \$server->on('Message', fn () => 1);
        \$server->on('Start', fn () => \$server->shutdown());
        echo \$server->start() ? 'starts' : '', "\n";
    } catch (Throwable \$error) {
        echo get_class(\$error), ': ', \$error->getMessage(), "\n";
    }
    PHP;
    echo preg_replace(["~$in/~", "~:\d{5}~"], ["", ":PORT"], preg_replace('/^\[.*\n/m', '', output_of([...php_command(), '-r', $code])));
}
$good = "'ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/here.key'";
attempt("[$good]");
attempt('[]');
attempt("['ssl_cert_file' => '$in/nowhere.pem']");
attempt("['ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/nowhere.key']");
attempt("['ssl_cert_file' => '$in/here.pem']");
attempt("['ssl_cert_file' => '$in/empty.pem']");
attempt("['ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/other.key']");
attempt("['ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/locked.key']");
attempt("['ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/locked.key', 'ssl_passphrase' => 'wrong']");
attempt("['ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/locked.key', 'ssl_passphrase' => 'sesame']");
attempt("[$good, 'ssl_ciphers' => 'NO-SUCH']");
attempt("[$good, 'ssl_ciphers' => 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ssl_ecdh_curve' => 'X25519:P-256', 'ssl_protocols' => 96, 'ssl_prefer_server_ciphers' => false]");
attempt("[$good, 'ssl_ecdh_curve' => 'round']");
attempt("[$good, 'ssl_verify_peer' => true]");
attempt("[$good, 'ssl_verify_peer' => true, 'ssl_client_cert_file' => '$in/empty.pem']");
attempt("[$good, 'proxy_protocol' => true]");
attempt("[$good, 'ssl_sni_certs' => ['a.example' => ['ssl_cert_file' => '$in/nowhere.pem']]]");
attempt("[$good, 'ssl_sni_certs' => ['a.example' => '$in/here.pem']]");
attempt("[$good, 'ssl_sni_certs' => 'a.example']");
attempt("[$good, 'ssl_cafile' => '$in/here.pem']");
attempt("[$good, 'ssl_method' => 0, 'ssl_compress' => true, 'ssl_protocols' => 0]");
?>
--EXPECTF--
starts
SeatPush\Exception: the port's type has SSL, which needs a certificate: set ssl_cert_file and ssl_key_file
SeatPush\Exception: ssl_cert_file "nowhere.pem" cannot be read: No such file or directory
SeatPush\Exception: ssl_key_file "nowhere.key" cannot be read: No such file or directory
SeatPush\Exception: ssl_key_file "here.pem" cannot be used: there is no key in it; set ssl_key_file, OpenSSL says: %s
SeatPush\Exception: ssl_cert_file "empty.pem" cannot be used: it has no certificate as PEM (-----BEGIN CERTIFICATE-----), OpenSSL says: %s
SeatPush\Exception: ssl_key_file "other.key" cannot be used: it is not the key of the certificate, OpenSSL says: %s
SeatPush\Exception: ssl_key_file "locked.key" cannot be used: it is encrypted, set ssl_passphrase, OpenSSL says: %s
SeatPush\Exception: ssl_key_file "locked.key" cannot be used: ssl_passphrase is not the one that it is encrypted with, OpenSSL says: %s
starts
SeatPush\Exception: ssl_ciphers "NO-SUCH" names no cipher of TLS 1.2: see what openssl ciphers prints
starts
SeatPush\Exception: ssl_ecdh_curve "round" names groups that OpenSSL does not have: write auto, or for example X25519:P-256
SeatPush\Exception: ssl_verify_peer needs ssl_client_cert_file: the file with the certificates of those who sign the certificates of clients
SeatPush\Exception: ssl_client_cert_file "empty.pem" cannot be used: %s
SeatPush\Exception: 127.0.0.1:PORT: proxy_protocol on a port with SSL is not in this version: let the proxy end TLS
SeatPush\Exception: ssl_cert_file "nowhere.pem" cannot be read: No such file or directory
ValueError: SeatPush\Server::set(): Argument #1 ($settings) must have "ssl_sni_certs" as an array of "name.example" => ["ssl_cert_file" => ..., "ssl_key_file" => ...]
ValueError: SeatPush\Server::set(): Argument #1 ($settings) must have "ssl_sni_certs" as an array, string given
ValueError: SeatPush\Server::set(): Argument #1 ($settings) must not have "ssl_cafile": ssl_client_cert_file is the file for the certificates of clients
starts
