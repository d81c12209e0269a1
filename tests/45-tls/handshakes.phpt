--TEST--
SeatPush: TLS: ssl_max_handshakes: others wait until one is over, and while they wait a slow one is given up
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

$server = TestServer::start(secure_script("['ssl_max_handshakes' => 2, 'handshake_timeout' => 60]"));
$ada = WsClient::connect(url($server));
$slow = [];
for ($i = 0; $i < 3; $i++) {
    $slow[$i] = (new Connection($server->port))->raw("\x16\x03\x01");
}
// Behind the three: served once two have been given up.
echo HttpClient::get(url($server))['body'], "\n";
echo json_encode([$slow[0]->rest(), $slow[1]->rest(), $ada->send('[$server->stats()["timeout_count"], count($server->connections)]')->text()]), "\n";
$many = [];
for ($i = 0; $i < 20; $i++) {
    $many[] = WsClient::connect(url($server));
}
foreach ($many as $each) {
    $answers[] = $each->send('"there"')->text();
}
echo json_encode(array_count_values($answers)), "\n";
echo "-- the end while some wait\n";
for ($i = 0; $i < 5; $i++) {
    $slow[$i] = (new Connection($server->port))->raw("\x16\x03\x01");
}
for ($end = microtime(true) + BOUND; $ada->send('count($server->connections)')->text() !== '26' && microtime(true) < $end;);
echo $server->stop(), "\n";
?>
--EXPECT--
hello
["","","[2,2]"]
{"\"there\"":20}
-- the end while some wait
0
