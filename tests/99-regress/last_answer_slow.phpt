--TEST--
SeatPush: regress: the last answer of a connection has write_timeout like any other, not close_timeout
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['close_timeout' => 1, 'write_timeout' => 60]);
$server->on('Request', function ($q, $r) { $r->end(str_repeat('x', 20000000)); });
serve($server);
PHP);
$client = (new HttpClient($server->port))->raw("GET / HTTP/1.0\r\n\r\n");
usleep(4000000);
echo strlen($client->rest()) > 20000000 ? 'all came' : 'cut', "\n";
?>
--EXPECT--
all came
