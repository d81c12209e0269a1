--TEST--
SeatPush: TLS: a session is resumed without another exchange of certificates, in TLS 1.2 and 1.3; not at another port
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

$server = TestServer::start(secure_script('[]', '$other = $server->listen("127.0.0.1", 0, SeatPush\Server::SOCK_TCP | SeatPush\Server::SSL); echo "other $other->port\n";'));
[, $other] = $server->until('/other (\d+)/');

/** Takes a ticket, and shows it. */
function resume(string $version, int $first, int $then): string
{
    global $in;
    $request = 'printf "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"';
    $client = "openssl s_client -ign_eof -$version -connect 127.0.0.1";
    sh("$request | $client:$first -sess_out $in/session");
    $said = sh("$request | $client:$then -sess_in $in/session");
    return (str_contains($said, 'Reused, TLS') ? 'resumed' : (str_contains($said, 'New, TLS') ? 'new' : $said)) . (str_contains($said, 'hello') ? ' and served' : '');
}
foreach (['tls1_2', 'tls1_3'] as $version) {
    echo "$version: ", resume($version, $server->port, $server->port), '; at another port: ', resume($version, $server->port, (int) $other), "\n";
}
echo $server->stop(), "\n";

?>
--EXPECT--
tls1_2: resumed and served; at another port: new and served
tls1_3: resumed and served; at another port: new and served
0
