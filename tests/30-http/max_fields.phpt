--TEST--
SeatPush: http: head_max_fields can be set per port; more fields get 431
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->listen('127.0.0.1', 0)->set(['head_max_fields' => 5]);
$server->on('Request', fn ($q, $r) => $r->end('served'));
serve($server);
PHP);
foreach ($server->ports as $port) {
    foreach ([5, 6, 100, 101] as $count) {
        echo HttpClient::get($port, '/', array_combine(array_map(fn ($i) => "X-$i", range(2, $count)), range(2, $count)))['status'], $count === 101 ? "\n" : ' ';
    }
}
?>
--EXPECT--
200 200 200 431
200 431 431 431
