--TEST--
SeatPush: session: what requests, upgrades and messages expand to cannot use up memory_limit, alone or together: 503, or 1013, and a counter; when callbacks have ended the next are served
--EXTENSIONS--
seatpush
--FILE--
<?php
ini_set('memory_limit', '-1');
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

const CODE = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 0, 'head_max_length' => 32768]);
$go = false;
$wait = function () use ($server, &$go) {
    while (!$go) { $server->sleep(5); }
};
$server->on('Request', function ($q, $r) use ($server, &$go, $wait) {
    switch ($q->server['path_info']) {
    case '/go':
        $go = true;
        // fall through
    case '/stats':
        $stats = $server->stats();
        $r->end(json_encode([$stats['callback_bytes'], $stats['refused_memory_count'], $stats['request_count'] + $stats['message_count']]));
        return;
    }
    $wait();
    $r->end('served');
});
$server->on('Open', $wait);
$server->on('Message', function ($s, $f) use ($wait) { $wait(); $s->push($f->fd, 'served'); });
serve($server);
PHP;
const COUNT = 300;
/** Lets the callbacks go on once so many requests and messages have come; how many were refused. */
function go(TestServer $server, int $count): int
{
    $end = microtime(true) + BOUND;
    for ($asked = 1; json_decode(HttpClient::get($server->port, '/stats')['body'])[2] < $count + $asked && microtime(true) < $end; $asked++) {
        usleep(2000);
    }
    $refused = json_decode(HttpClient::get($server->port, '/go')['body'])[1];
    while (json_decode(HttpClient::get($server->port, '/stats')['body'])[0] > 100_000 && microtime(true) < $end) {
        usleep(2000);
    }
    return $refused;
}
$form = implode('&', array_map(fn ($i) => "n$i" . str_repeat('[abc]', 62) . '=v', range(1, 1000)));
$query = implode('&', array_map(fn ($i) => "n$i" . str_repeat('[]', 62), range(1, 120)));
$encoded = implode('&', array_map(fn ($i) => "n$i" . str_repeat('%5b%5D', 62), range(1, 42)));
foreach ([
    'form' => ["POST / HTTP/1.1\r\nHost: t\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " . strlen($form) . "\r\n\r\n$form", 20],
    'query' => ["GET /?$query HTTP/1.1\r\nHost: t\r\n\r\n", COUNT],
    'encoded query' => ["GET /?$encoded HTTP/1.1\r\nHost: t\r\n\r\n", COUNT],
    'upgrade' => ["GET /?$query HTTP/1.1\r\nHost: t\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", COUNT],
] as $what => [$request, $count]) {
    $server = TestServer::start(CODE, ['memory_limit' => '128M', 'max_input_vars' => 1000]);
    $clients = [];
    for ($i = 0; $i < $count; $i++) {
        $clients[] = (new HttpClient($server->port))->raw($request);
    }
    $refused = go($server, $count);
    $got = array_count_values(array_map(fn ($client) => $client->response()['status'] ?? 'nothing', $clients));
    $served = ($got[200] ?? 0) + ($got[101] ?? 0);
    echo "$what: ", $served > 0 && $refused > 0 && $served + $refused === $count && $got[503] === $refused ? 'some served, the others 503' : json_encode([$got, $refused]), "\n";
    echo 'then ', (new HttpClient($server->port))->raw($request)->response()['status'], "\n";
    echo $server->stop(), ', log lines: ', substr_count($server->log('memory_limit|total_callback_size'), "\n"), "\n";
}

$server = TestServer::start(str_replace("\$server->on('Open', \$wait);", '', CODE), ['memory_limit' => '64M']);
$clients = [];
for ($i = 0; $i < 40; $i++) {
    $clients[] = WsClient::connect($server->port)->send(str_repeat('x', 2_000_000));
}
go($server, 80);    // an upgrade is a request, too
$got = array_count_values(array_map(fn ($client) => $client->text(), $clients));
ksort($got);
echo 'messages: ', array_sum($got), ' ', implode(', ', array_keys($got)), "\n", $server->stop(), "\n";
?>
--EXPECT--
form: some served, the others 503
then 200
0, log lines: 1
query: some served, the others 503
then 200
0, log lines: 1
encoded query: some served, the others 503
then 200
0, log lines: 1
upgrade: some served, the others 503
then 101
0, log lines: 1
messages: 40 close 1013 no memory for this message now, served
0
