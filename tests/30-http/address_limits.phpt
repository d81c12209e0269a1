--TEST--
SeatPush: http: max_conn_per_ip and accept_rate_per_ip: connections above them get 429, other addresses are served, one that ends makes room
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_conn_per_ip' => 2]);
$server->listen('127.0.0.1', 0)->set(['max_conn_per_ip' => 0, 'accept_rate_per_ip' => 3]);
$server->on('Request', fn ($q, $r) => $r->end('refused: ' . $server->stats()['refused_address_count']));
$server->on('Disconnect', function () { echo "gone\n"; });
serve($server);
PHP);
[$few, $slow] = $server->ports;
function ask(HttpClient $client): string
{
    $answer = $client->request('GET', '/')->response();
    return ($answer['status'] ?? 'end') . ' ' . ($answer['headers']['retry-after'][0] ?? '') . ' ' . trim($answer['body'] ?? '');
}
$a = new HttpClient($few);
$b = new HttpClient($few);
echo ask($a), "\n", ask($b), "\n", ask(new HttpClient($few)), "\n", ask($other = new HttpClient($few, '127.0.0.2')), "\n";
$b->shut();
$server->until('/gone/');
echo ask(new HttpClient($few)), "\n";

for ($i = 0, $said = []; $i < 20; $i++) {
    $said[] = (int) ask(new HttpClient($slow));
}
echo implode(' ', array_slice($said, 0, 3)), ', then ', in_array(429, $said) ? 429 : 'no 429', "\n";
for ($end = microtime(true) + BOUND; microtime(true) < $end && (int) ask(new HttpClient($slow)) !== 200; );
echo microtime(true) < $end ? 'in the next second again' : 'never again', "\n";
$server->stop();
echo $server->log('too many');
?>
--EXPECT--
200  refused: 0
200  refused: 0
429 5 Too many connections come from your address
200  refused: 1
200  refused: 1
200 200 200, then 429
in the next second again
WARNING seatpush: too many connections from 127.0.0.1: above max_conn_per_ip, so new ones get 429 until they are below it
