--TEST--
SeatPush: session: input kept for a connection is no longer counted once it ends while its callback waits
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) { if ($f->data === 'wait') { $s->push($f->fd, 'waits'); $s->sleep(100); } });
$server->on('Close', function ($s, $fd) { echo "Close\n"; });
$server->on('Request', function ($q, $r) use ($server) { $r->end((string) $server->stats()['input_bytes']); });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('wait');
$client->text();
$client->send(str_repeat('x', 5000))->send('more')->shut();
$server->until('/Close/');
echo HttpClient::get($server->port)['body'], "\n";
?>
--EXPECT--
0
