--TEST--
SeatPush: session: a destructor that throws is reported, and the next callback runs
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
class Thrower { public function __destruct() { throw new Exception('from a destructor'); } }
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) { $q->thrower = new Thrower(); $r->end('first'); });
$server->on('Message', fn () => 1);
serve($server);
PHP);
echo HttpClient::get($server->port)['body'], HttpClient::get($server->port)['body'], "\n", $server->stop(), "\n";
echo substr_count($server->log(), 'Exception: from a destructor'), "\n";
?>
--EXPECT--
firstfirst
0
2
