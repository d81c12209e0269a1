--TEST--
SeatPush: TLS: a ticket is good for as long as the same authorities vouch for clients: with others in ssl_client_cert_file, whoever comes again shows a certificate again
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

foreach (['old', 'new'] as $authority) {
    sh("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=$authority -keyout $in/$authority.key -out $in/$authority.pem");
}
sh("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=ada -keyout $in/ada.key -out $in/ada.csr");
sh("openssl x509 -req -in $in/ada.csr -CA $in/old.pem -CAkey $in/old.key -CAcreateserial -days 2 -out $in/ada.pem");
copy("$in/old.pem", "$in/trusted.pem");

$server = TestServer::start(secure_script("['ssl_verify_peer' => true, 'ssl_client_cert_file' => '$in/trusted.pem']", '
    $server->on("Request", fn ($request, $response) => $response->end("hello " . (openssl_x509_parse($server->getClientInfo($request->fd)["ssl_client_cert"])["subject"]["CN"] ?? "none")));
    $plain = $server->listen("127.0.0.1", 0, SeatPush\Server::SOCK_TCP);
    echo "plain $plain->port\n";'));
[, $plain] = $server->until('/plain (\d+)/');
$visitor = WsClient::connect((int) $plain);

function ask(string $version, string $session): string
{
    global $in, $server;
    $said = sh("printf 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n' | openssl s_client -ign_eof -$version -cert $in/ada.pem -key $in/ada.key -connect 127.0.0.1:$server->port $session $in/session");
    return (str_contains($said, 'Reused, TLS') ? 'resumed' : 'not resumed') . (preg_match('/hello (ada|none)/', $said, $hello) ? ", $hello[0]" : ', refused');
}
foreach (['tls1_2', 'tls1_3'] as $version) {
    copy("$in/old.pem", "$in/trusted.pem");
    $visitor->send('$server->reloadCertificates()')->text();
    ask($version, '-sess_out');
    $visitor->send('$server->reloadCertificates()')->text();
    echo "$version: ", ask($version, '-sess_in'), "\n";
    copy("$in/new.pem", "$in/trusted.pem");
    echo $visitor->send('$server->reloadCertificates()')->text(), ' ', ask($version, '-sess_in'), "\n";
}
echo $server->stop(), "\n";
?>
--EXPECT--
tls1_2: resumed, hello ada
true not resumed, refused
tls1_3: resumed, hello ada
true not resumed, refused
0
