--TEST--
SeatPush: session: a message or body that does not fit into memory_limit is refused, and the server goes on
--EXTENSIONS--
seatpush
--FILE--
<?php
ini_set("memory_limit", "-1");
require __DIR__ . '/../support/server.inc';
ini_set("memory_limit", "-1");
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 64 << 20]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, 'got ' . strlen($f->data)));
$server->on('Request', fn ($q, $r) => $r->end('got ' . strlen($q->rawContent())));
serve($server);
PHP, ['memory_limit' => '8M']);
$much = str_repeat('x', 32 << 20);
echo WsClient::connect($server->port)->send($much)->text(), "\n", WsClient::connect($server->port)->send('little')->text(), "\n";
echo (new HttpClient($server->port))->request('POST', '/', [], $much)->response()['status'], ' ', HttpClient::get($server->port)['body'], "\n";
echo $server->stop(), ' ', substr_count($server->log(), 'does not fit into memory_limit'), "\n";
?>
--EXPECT--
close 1009 no memory for this message
got 6
503 got 0
0 1
