--TEST--
SeatPush: http: behind a trusted proxy max_conn_per_ip and accept_rate_per_ip count the client, and one that ends makes room
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['trusted_proxies' => '127.0.0.1', 'max_conn_per_ip' => 2]);
$server->listen('127.0.0.1', 0)->set(['max_conn_per_ip' => 0, 'accept_rate_per_ip' => 3]);
$server->on('Request', fn ($q, $r) => $r->end($q->server['remote_addr']));
$server->on('Message', fn ($s, $f) => 1);
$server->on('Close', function ($s, $fd) { if ($s->getClientInfo($fd)['websocket_status']) { echo "gone\n"; } });
serve($server);
PHP);
[$few, $slow] = $server->ports;
$ask = fn (HttpClient $client, string $for) => ($answer = $client->request('GET', '/', $for === '' ? [] : ['X-Forwarded-For' => $for])->response())['status'] . ' ' . trim($answer['body']);

$a = WsClient::upgrade($few, '/', ['X-Forwarded-For' => '198.51.100.1']);
$b = WsClient::upgrade($few, '/', ['X-Forwarded-For' => '6.6.6.6, 198.51.100.1']);
$c = WsClient::upgrade($few, '/', ['X-Forwarded-For' => '198.51.100.1']);
echo "$a->status $b->status $c->status ", trim($c->rest()), "\n";
$proxy = new HttpClient($few);
echo $ask($proxy, '198.51.100.2'), ', ', $ask($proxy, '198.51.100.3'), ', ', $ask($proxy, '198.51.100.1'), "\n";
for ($i = 0, $own = []; $i < 5; $i++) {
    $own[] = $client = new HttpClient($few);
    echo $ask($client, ''), $i < 4 ? ', ' : "\n";
}
$a->shut();
$server->until('/gone/');
$clients = [];
foreach (['198.51.100.1', '198.51.100.1'] as $for) {
    $clients[] = $client = new HttpClient($few);
    echo $ask($client, $for), "\n";
}
// A connection of the proxy that carries another client's request counts for that one from then on.
echo $ask($clients[0], '198.51.100.4'), ', ', $ask(new HttpClient($few), '198.51.100.1'), "\n";
for ($i = 0, $said = []; $i < 20; $i++) {
    $said[] = (int) $ask(new HttpClient($slow), '198.51.100.9');
}
echo implode(' ', array_slice($said, 0, 3)), ', then ', in_array(429, $said) ? 429 : 'no 429', "\n";
$server->stop();
echo $server->log('too many');
?>
--EXPECT--
101 101 429 Too many connections come from your address
200 198.51.100.2, 200 198.51.100.3, 429 Too many connections come from your address
200 127.0.0.1, 200 127.0.0.1, 200 127.0.0.1, 200 127.0.0.1, 200 127.0.0.1
200 198.51.100.1
429 Too many connections come from your address
200 198.51.100.4, 200 198.51.100.1
200 200 200, then 429
WARNING seatpush: too many connections from 198.51.100.1: above max_conn_per_ip, so new ones get 429 until they are below it
