--TEST--
SeatPush: Client: wss:// checks the authority, the name and the address, and says what is wrong
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets', 'node ws', 'TLS');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$in = sys_get_temp_dir() . '/seatpush-tls-' . bin2hex(random_bytes(6));
mkdir($in);
register_shutdown_function(fn () => array_map('unlink', glob("$in/*")) && rmdir($in));
function sh(string $command): void
{
    exec("unset LD_PRELOAD; $command 2>&1", $said, $status);
    $status === 0 || throw new Exception(implode("\n", $said));
}
foreach (['ca', 'other'] as $name) {
    sh("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=$name -keyout $in/$name.key -out $in/$name.pem");
}
foreach (['here' => 'DNS:localhost,IP:127.0.0.1', 'elsewhere' => 'DNS:elsewhere.example'] as $name => $alt) {
    file_put_contents("$in/$name.ext", "subjectAltName=$alt\n");
    sh("openssl req -newkey rsa:2048 -nodes -subj /CN=$name -keyout $in/$name.key -out $in/$name.csr");
    sh("openssl x509 -req -in $in/$name.csr -CA $in/ca.pem -CAkey $in/ca.key -CAcreateserial -days 2 -extfile $in/$name.ext -out $in/$name.pem");
}
$here = new WsServer("$in/here.pem", "$in/here.key");
$elsewhere = new WsServer("$in/elsewhere.pem", "$in/elsewhere.key");

function ask(string $url, ?string $cafile): void
{
    echo preg_replace('~/tmp/[^"]+/~', '', outcome(function () use ($url, $cafile) {
        $client = new SeatPush\Client($url, cafile: $cafile);
        $client->send($message = str_repeat('m', 300000));
        return $client->recv()->data === $message && $client->ping() < 5 ? 'trusted' : 'OTHER';
    })), "\n";
}
ask("wss://localhost:$here->port/", "$in/ca.pem");
ask("wss://127.0.0.1:$here->port/", "$in/ca.pem");
ask("wss://localhost:$here->port/", "$in/other.pem");
ask("wss://localhost:$here->port/", null);
ask("wss://localhost:$elsewhere->port/", "$in/ca.pem");
ask("wss://localhost:$here->port/", "$in/missing.pem");
ask("ws://localhost:$here->port/", null);
?>
--EXPECT--
"trusted"
"trusted"
no TLS with *: its certificate is not accepted: unable to get local issuer certificate
no TLS with *: its certificate is not accepted: unable to get local issuer certificate
no TLS with *: its certificate is not accepted: hostname mismatch
cafile "missing.pem" cannot be read: No such file or directory
the upgrade with * failed: the server ended the connection
