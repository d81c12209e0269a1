--TEST--
SeatPush: TLS: ssl_verify_peer: who has no certificate, or one that nobody vouches for, gets in nowhere; getClientInfo() has the others'
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

sh("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=authority -keyout $in/ca.key -out $in/ca.pem");
sh("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=ada -keyout $in/ada.key -out $in/ada.csr");
sh("openssl x509 -req -in $in/ada.csr -CA $in/ca.pem -CAkey $in/ca.key -CAcreateserial -days 2 -out $in/ada.pem");
certificate('eve');

/** What becomes of a WebSocket. With TLS 1.3 a client learns only after its handshake that it is refused. */
function enter(TestServer $server, array $ssl): string
{
    try {
        $client = @WsClient::connect(new Connection(url($server), null, $ssl) ? url($server) : '');
    } catch (Exception $refused) {
        return 'refused';
    }
    return 'in';
}

function try_all(TestServer $server): void
{
    global $in;
    foreach (['nobody' => [], 'ada' => ['local_cert' => "$in/ada.pem", 'local_pk' => "$in/ada.key"], 'eve' => ['local_cert' => "$in/eve.pem", 'local_pk' => "$in/eve.key"]] as $who => $ssl) {
        foreach ([STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT] as $method) {
            $said = 'refused';
            try {
                $client = @new HttpClient(url($server), null, $ssl + ['crypto_method' => $method]);
                $said = @$client->request('GET', '/')->response()['body'] ?? 'refused';
            } catch (Exception $error) {
            }
            echo "$who: $said\n";
        }
    }
}

$seen = '$server->on("Request", fn ($request, $response) => $response->end("has " . (openssl_x509_parse($server->getClientInfo($request->fd)["ssl_client_cert"])["subject"]["CN"] ?? "none")));';
$server = TestServer::start(secure_script("['ssl_verify_peer' => true, 'ssl_client_cert_file' => '$in/ca.pem']", $seen));
try_all($server);
echo $server->stop(), "\n";
echo "-- ssl_allow_self_signed\n";
$server = TestServer::start(secure_script("['ssl_verify_peer' => true, 'ssl_client_cert_file' => '$in/ca.pem', 'ssl_allow_self_signed' => true]", $seen));
try_all($server);
echo $server->stop(), "\n";
?>
--EXPECT--
nobody: refused
nobody: refused
ada: has ada
ada: has ada
eve: refused
eve: refused
0
-- ssl_allow_self_signed
nobody: refused
nobody: refused
ada: has ada
ada: has ada
eve: has eve
eve: has eve
0
