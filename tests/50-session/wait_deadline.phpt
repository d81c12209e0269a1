--TEST--
SeatPush: session: the time limit for a request does not run while Connect waits
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['handshake_timeout' => 1]);
$server->on('Connect', function ($s) { $s->sleep(3300); echo "goes on\n"; });
$server->on('Request', fn ($q, $r) => $r->end('hello'));
serve($server);
PHP);
$client = (new HttpClient($server->port))->raw("GET / HTTP/1.1\r\n");
$server->until('/goes on/');
usleep(800000);
echo $client->raw("Host: a\r\n\r\n")->response()['body'] ?? 'end', "\n";
?>
--EXPECT--
hello
