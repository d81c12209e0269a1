--TEST--
SeatPush: TLS: garbage, handshakes that stop or end anywhere, one byte at a time, RST at every stage: others are served, and nothing is left of them
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

$server = TestServer::start(secure_script("['handshake_timeout' => 60]", '$server->on("Close", fn ($server) => $GLOBALS["closed"] = ($GLOBALS["closed"] ?? 0) + 1);'));
$ada = WsClient::connect(url($server));

/** What openssl's client would send first, cut out of a handshake with a listener of ours. */
function hello(): string
{
    $listener = stream_socket_server('tcp://127.0.0.1:0');
    $client = stream_socket_client('tcp://' . stream_socket_get_name($listener, false), $code, $text, BOUND, STREAM_CLIENT_CONNECT);
    $peer = stream_socket_accept($listener);
    stream_set_blocking($client, false);
    stream_context_set_option($client, 'ssl', 'verify_peer', false);
    stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT | STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT);
    return fread($peer, 65536);
}
$hello = hello();
echo strlen($hello) > 100 ? 'a ClientHello' : 'nothing', "\n";

/** Sends, and says whether the peer still ends its side in order. */
function send(string $bytes, bool $reset): void
{
    global $server, $sent;
    $client = new Connection($server->port);
    $client->raw($bytes);
    if ($reset) {
        socket_reset($client->stream);
    } else {
        $client->half();
        $client->rest();
        $client->shut();
    }
    $sent++;
}

function socket_reset($stream): void
{
    // PHP's streams have no SO_LINGER: what is not read makes the kernel send a reset.
    usleep(1);
    fclose($stream);
}

$sent = 0;
for ($cut = 0; $cut <= strlen($hello); $cut += 7) {
    send(substr($hello, 0, $cut), false);
    send(substr($hello, 0, $cut), true);
}
for ($at = 0; $at < strlen($hello); $at += 11) {
    $wild = $hello;
    $wild[$at] = chr(ord($wild[$at]) ^ 0xff);
    send($wild, $at % 2 === 0);
}
foreach (['', "\0", str_repeat("\0", 70000), str_repeat("\xff", 70000), "\x16\x03\x01\xff\xff" . str_repeat('x', 70000), "\x80\x2e\x01\0\2" . str_repeat("\0", 60), "\x15\x03\x03\0\2\2\x28", "\x17\x03\x03\0\5hello"] as $bytes) {
    send($bytes, false);
    send($hello . $bytes, true);
}
// A ClientHello, one byte at a time, then the end.
$client = new Connection($server->port);
foreach (str_split($hello) as $byte) {
    $client->raw($byte);
}
echo ord($client->bytes(1)), " is the answer to it\n";
$client->shut();
$sent++;
for ($end = microtime(true) + BOUND; (int) $ada->send('$GLOBALS["closed"] ?? 0')->text() < $sent && microtime(true) < $end;);
echo $ada->send('[count($server->connections), $server->stats()["connection_num"], $server->stats()["refused_tls_count"] > 10]')->text(), "\n";
echo $ada->send('"served"')->text(), ' ', HttpClient::get(url($server))['body'], "\n";
echo $server->stop(), "\n", preg_replace(['/on [\d.:]+: .*? \(\d+/', '/with [\d.]+/'], ['on PORT: WHY (N', 'with PEER'], $server->log('TLS'));
?>
--EXPECT--
a ClientHello
22 is the answer to it
[1,1,true]
"served" hello
0
NOTICE seatpush: TLS: no handshake with PEER on PORT: WHY (N in all; said once a minute)
