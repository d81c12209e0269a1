--TEST--
SeatPush: websocket: data in the same write as the upgrade is read as frames if the upgrade is accepted, and not at all if it is refused
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
$server->on('Request', function ($q, $r) {
    echo "Request {$q->server['request_uri']}\n";
    $r->end('served');
});
serve($server);
PHP);
$with = fn (string $behind, array $headers = []) => WsClient::upgrade($server->port, '/', $headers, $behind);
$all = fn (WsClient $client) => implode(', ', array_map(fn () => $client->text(), range(1, 3)));
echo $all($with(WsClient::frame(1, 'one') . WsClient::frame(9, 'two') . WsClient::frame(1, 'thr', false) . WsClient::frame(0, 'ee'))), "\n";
$half = WsClient::frame(2, 'half a frame');
echo $with(substr($half, 0, 9))->raw(substr($half, 9))->text(), "\n";
echo $all($with(WsClient::frame(1, 'one') . WsClient::frame(8, pack('n', 1000)) . WsClient::frame(1, 'two'))), "\n";
echo $all($with(WsClient::frame(1, 'one') . WsClient::frame(3, ''))), "\n";
$request = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
echo $all($with($request)), "\n";
foreach ([['Sec-WebSocket-Version' => '8'], ['Sec-WebSocket-Key' => null], ['Content-Length' => '5']] as $headers) {
    $client = $with($request, $headers);
    echo $client->status, ' and then ', preg_match_all('~^HTTP/1~m', $client->rest()), "\n";
}
$server->stop();
echo $server->stdout();
?>
--EXPECT--
one, pong two, three
half a frame
one, close 1000, end
one, close 1002 reserved opcode, end
close 1002 reserved bits are set, end, end
426 and then 0
400 and then 0
400 and then 0
