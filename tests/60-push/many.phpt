--TEST--
SeatPush: push: thousands of connections under memory_limit=16M each get their own message and the one for all
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('a thousand descriptors');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$limit = (int) trim((string) shell_exec('ulimit -Sn'));
$count = min(memory_is_watched() ? 1000 : 10000, ($limit ?: 20000) - 500);    // a sanitizer's malloc() knows no memory_limit
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['ping_interval' => 0]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
$server->on('Request', function ($q, $r) use ($server) {
    $n = 0;
    foreach ($server->connections as $fd) {
        $n += $server->isEstablished($fd) && $server->push($fd, 'for all');
    }
    $r->end(json_encode([$n, memory_get_peak_usage() < 4 << 20]));
});
serve($server);
PHP, ['memory_limit' => '16M']);
$clients = [];
$right = 0;
for ($i = 0; $i < $count; $i++) {
    $clients[] = WsClient::connect($server->port);
}
foreach ($clients as $i => $client) {
    $right += $client->send("mine $i")->text() === "mine $i";
}
echo str_replace((string) $count, 'N', HttpClient::get($server->port)['body']), "\n";
foreach ($clients as $client) {
    $right += $client->text() === 'for all';
}
var_dump($right === 2 * $count);
?>
--EXPECT--
[N,true]
bool(true)
