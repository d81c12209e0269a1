--TEST--
SeatPush: http: server_addr is the address that the client has connected to, in each request of a connection
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('0.0.0.0', 0);
$server->on('Request', fn ($q, $r) => $r->end("{$q->server['remote_addr']} to {$q->server['server_addr']}"));
$server->on('Message', fn () => null);
$server->on('Open', fn ($s, $q) => $s->push($q->fd, "{$q->server['remote_addr']} to {$q->server['server_addr']}"));
serve($server);
PHP);
$clients = [];
foreach (['127.0.0.1', '127.0.0.2', '127.10.200.99', '127.0.0.1'] as $address) {
    $clients[] = new HttpClient("tcp://$address:$server->port", '127.0.0.3');
}
for ($round = 0; $round < 2; $round++) {
    foreach ($clients as $client) {
        echo $client->request('GET', '/')->response()['body'], "\n";
    }
}
echo WsClient::connect("tcp://127.0.0.2:$server->port")->text(), "\n";
// More different ones than are kept, each asked twice.
$wrong = [];
for ($i = 1; $i <= 100; $i++) {
    $clients[$i] = new HttpClient("tcp://127.0.1.$i:$server->port", '127.0.0.3');
    foreach ([1, $i] as $k) {
        $said = $clients[$k]->request('GET', '/')->response()['body'];
        if ($said !== "127.0.0.3 to 127.0.1.$k") {
            $wrong[] = "$k: $said";
        }
    }
}
echo json_encode($wrong), "\n";
?>
--EXPECT--
127.0.0.3 to 127.0.0.1
127.0.0.3 to 127.0.0.2
127.0.0.3 to 127.10.200.99
127.0.0.3 to 127.0.0.1
127.0.0.3 to 127.0.0.1
127.0.0.3 to 127.0.0.2
127.0.0.3 to 127.10.200.99
127.0.0.3 to 127.0.0.1
127.0.0.1 to 127.0.0.2
[]
