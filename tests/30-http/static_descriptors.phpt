--TEST--
SeatPush: http: static files: each that is being sent counts as a connection, so that descriptors are left for others; when there are as many as there may be, the next one gets 503
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/static_files.inc';

$site = new Site(['long.mp4' => str_repeat('x', 20000000), 'short.txt' => 'short']);
$site->server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['enable_static_handler' => true, 'document_root' => 'ROOT', 'handshake_timeout' => 60]);
$server->on('Request', fn ($q, $r) => $r->end($q->getMethod() === 'GET' && fopen(__FILE__, 'r') ? 'opens files' : 'none left'));
serve($server);
PHP, ['ROOT' => $site->root]), wrapper: ['sh', '-c', 'ulimit -n 200; exec "$@"', 'sh']);
$port = $site->server->port;
[, $most] = $site->server->until('/at most (\d+) connections/');
$clients = array_map(fn () => new HttpClient($port), range(1, $most / 2 + 5));    // half of them and a few more
$said = [];
foreach ($clients as $client) {
    $head = $client->request('GET', '/long.mp4')->upTo("\r\n");
    $said[substr($head, 9, 3)] = ($said[substr($head, 9, 3)] ?? 0) + 1;
}
ksort($said);
echo $said[200] + $said[503] === count($clients) && $said[200] + count($clients) == $most ? 'as many as there may be' : json_encode([$most, $said]), "\n";
echo $clients[0]->shut() ?? '', $clients[1]->shut() ?? '';
for ($end = microtime(true) + BOUND; microtime(true) < $end && !in_array($body = @HttpClient::get($port, '/short.txt')['body'] ?? '', ['short'], true); ) {
}
echo $body, ', ', HttpClient::get($port, '/none')['body'], "\n";
$site->server->stop();
?>
--EXPECT--
as many as there may be
short, opens files
