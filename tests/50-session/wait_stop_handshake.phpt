--TEST--
SeatPush: session: a BeforeHandshakeResponse that the stop ends while it waits lets nobody in
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('BeforeHandshakeResponse', function ($s, $q, $r) { echo "asks\n"; $s->sleep(3600000); $r->status(403); $r->end(); });
$server->on('Open', function ($s, $q) { echo "Open\n"; $s->push($q->fd, 'secret'); });
$server->on('Message', fn () => null);
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/', ['Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Version' => '13', 'Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==']);
$server->until('/asks/');
$server->signal(15);
echo $client->response()['status'] ?? 'end', ' ', $server->wait(), "\n", $server->stdout();
?>
--EXPECT--
500 0
asks
