--TEST--
SeatPush: TLS: HTTP and WebSocket, messages of any size both ways, what scripts see of the port, and what HTTP without TLS is told
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

$server = TestServer::start(secure_script("['package_max_length' => 4 << 20, 'socket_buffer_size' => 8 << 20]", <<<'PHP'
$plain = $server->listen('127.0.0.1', 0, SeatPush\Server::SOCK_TCP);
$server->on('Open', fn ($server, $request) => $server->subscribe($request->fd, 'show'));
$server->on('Close', fn ($server, $fd, $reactor, $code) => print("Close $code\n"));
echo json_encode([$server->ssl, $server->type, $server->ports[0]->ssl, $server->ports[0]->type, $plain->ssl, $plain->type]), "\n";
PHP));
echo HttpClient::get(url($server))['body'], "\n";
$http = new HttpClient(url($server));
for ($i = 0; $i < 3; $i++) {
    echo $http->request('GET', '/')->response()['body'], ' ';
}
$http->shut();
$ada = WsClient::connect(url($server));
foreach ([1, 125, 16384, 16385, 70000, 3 << 20] as $bytes) {
    echo $ada->send('strlen("' . str_repeat('x', $bytes) . '")')->text(), ' ';
}
echo "\n";
foreach ([1, 16380, 16384, 16385, 100000, 7 << 20] as $bytes) {
    echo strlen($ada->send("str_repeat('x', $bytes)")->text()) - 2, ' ';
}
echo "\n";

// Many messages that wait together, behind one that does not go out at once.
$ada->send('[$server->push($frame->fd, str_repeat("first", 1 << 18)), array_map(fn ($n) => $server->push($frame->fd, "$n " . str_repeat("n", $n)), range(1, 2000))][0]');
$right = strlen($ada->text()) === 5 << 18;
for ($n = 1; $n <= 2000; $n++) {
    $right = $ada->text() === "$n " . str_repeat('n', $n) && $right;
}
echo 'in order ', json_encode($right), ', ', $ada->text(), "\n";

$bob = WsClient::connect(url($server));
echo $ada->send('$server->publish("show", "news")')->text(), ' ', $bob->text(), ' ', $ada->text(), "\n";
echo json_encode([$ada->send('$server->getClientInfo($frame->fd)["ssl_client_cert"] ?? null')->text()]), "\n";
$bob->close();
echo $bob->text(), "\n";

echo HttpClient::get($server->port)['status'], ' ', trim(HttpClient::get($server->port)['body']), "\n";
echo $ada->send('$server->stats()["refused_tls_count"]')->text(), "\n";
$ada->shut(); // without close_notify
$server->until('/Close 1006/');
echo $server->stop(), "\n", $server->stdout(), preg_replace('/\d{5}/', 'PORT', $server->log('listening|TLS'));
?>
--EXPECT--
hello
hello hello hello 1 125 16384 16385 70000 3145728 
1 16380 16384 16385 100000 7340032 
in order true, true
news news 2
["null"]
close 1000
400 This port speaks TLS: write https:// or wss:// for it.
2
0
[true,513,true,513,false,1]
Close 0
Close 0
Close 1000
Close 0
Close 0
Close 1006
bool(true)
INFO seatpush: listening on https://127.0.0.1:PORT
INFO seatpush: listening on http://127.0.0.1:PORT
NOTICE seatpush: TLS: no handshake with 127.0.0.1 on 127.0.0.1:PORT: http request (1 in all; said once a minute)
