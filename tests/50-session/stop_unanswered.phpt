--TEST--
SeatPush: session: the server ends a request that is unanswered at max_wait_time, and Shutdown finds nothing left
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_wait_time' => 1]);
$held = [];
$server->on('Request', function ($q, $r) use ($server, &$held) {
    $r->write('begun');
    $held[] = $r;
    $server->shutdown();
});
$server->on('Close', function ($s, $fd, $reactor, $code) { echo "Close $reactor $code\n"; });
$server->on('Shutdown', function ($s) {
    $is = $s->stats();
    foreach (['connection_num', 'input_bytes', 'queued_bytes', 'subscription_count'] as $name) {
        echo "$name $is[$name]\n";
    }
});
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/', [], str_repeat('x', 1000));
$rest = $client->rest();
echo str_contains($rest, 'begun') && !str_ends_with($rest, "0\r\n\r\n") ? 'cut' : 'whole', ' ', $server->wait(), "\n", $server->stdout();
?>
--EXPECT--
cut 0
Close -1 0
connection_num 0
input_bytes 0
queued_bytes 0
subscription_count 0
