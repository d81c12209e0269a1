--TEST--
SeatPush: session: a BufferEmpty that waits in the middle of a request: the body goes on afterwards
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['buffer_high_watermark' => 100000, 'buffer_low_watermark' => 1000]);
$server->on('BufferEmpty', function ($s, $fd) { echo "empty\n"; $s->sleep(200); });
$server->on('Request', fn ($q, $r) => $r->end($q->server['path_info'] === '/big' ? str_repeat('x', 20000000) : $q->rawContent()));
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/big');
$client->upTo("\r\n\r\n");
$client->raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");
usleep(100000);
$client->bytes(20000000);
$server->until('/empty/');
$client->raw('67890');
echo $client->response()['body'] ?? 'end', "\n";
?>
--EXPECT--
1234567890
