--TEST--
SeatPush: websocket: a proxy that does not pass Upgrade on: 400 even with a Request callback, and a line once that says so
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$plain = $server->listen('127.0.0.1', 0);
$plain->set(['open_websocket_protocol' => false]);
$server->on('Message', fn () => 1);
$server->on('Request', fn ($q, $r) => $r->end('a page'));
serve($server);
PHP);
// What nginx makes of a browser's upgrade without the two lines, and with only one of them.
$fields = "Host: a\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://a\r\n";
foreach (["GET / HTTP/1.0\r\nConnection: close\r\n", "GET / HTTP/1.1\r\nConnection: close\r\n", "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: close\r\n", "GET / HTTP/1.1\r\nConnection: upgrade\r\n"] as $start) {
    $answer = (new HttpClient($server->port))->raw("$start$fields\r\n")->response();
    echo $answer['status'], ' ', $answer['body'];
}
echo (new HttpClient($server->ports[1]))->raw("GET / HTTP/1.1\r\n$fields\r\n")->response()['body'], ', ', HttpClient::get($server->port)['body'], "\n";
$server->stop();
echo $server->log('WARNING');
?>
--EXPECT--
400 This is a WebSocket's request, and Upgrade is missing in it.
400 This is a WebSocket's request, and Upgrade is missing in it.
400 This is a WebSocket's request, and Upgrade is missing in it.
400 This is a WebSocket's request, and Upgrade is missing in it.
a page, a page
WARNING seatpush: a WebSocket's request came without Upgrade, so it gets 400: the proxy in front does not pass it on. nginx needs, beside proxy_http_version 1.1, the lines: proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";
