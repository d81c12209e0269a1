--TEST--
SeatPush: HTTP: of a client that asks on and on and takes no answer, the next request waits until it has taken nearly all before; each is answered in the end, also after a half-close
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
const REQUESTS = 3000;
const CODE = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 0, 'keepalive_timeout' => KEPT]);
$server->on('Request', function ($request, $response) use ($server) {
    $path = $request->server['path_info'];
    $response->end($path === '/peak' ? (string) $server->stats()['peak_queued_bytes'] : str_pad("$path ", 100_000, '.'));
});
serve($server);
PHP;
$server = TestServer::start(str_replace('KEPT', '60', CODE));
$requests = implode(array_map(fn ($i) => "GET /$i HTTP/1.1\r\nHost: " . str_repeat('t', 100) . "\r\n\r\n", range(1, REQUESTS)));

$client = new HttpClient($server->port);
/** Sends what the kernel takes at once: a client that reads and asks on. */
function ask(HttpClient $client, string &$requests): void
{
    stream_set_blocking($client->stream, false);
    while ($requests !== '' && ($n = (int) @fwrite($client->stream, $requests)) > 0) {
        $requests = substr($requests, $n);
    }
    stream_set_blocking($client->stream, true);
}
$peak = fn () => (int) HttpClient::get($server->port, '/peak')['body'];
$left = $requests;
ask($client, $left);
for ($end = microtime(true) + BOUND; $peak() === 0 && microtime(true) < $end; ask($client, $left));
for ($answered = 0, $i = 1; $i <= REQUESTS; $i++, ask($client, $left)) {
    $answered += str_starts_with($client->response()['body'] ?? '', "/$i ");
}
echo "answered, in order: $answered\n";
echo 'queued at most: ', $peak() > 0 && $peak() < 220_000 ? 'about one answer' : "{$peak()} bytes", "\n";

echo $server->stop(), "\n";

// While it is behind, its time between two requests stands still.
$server = TestServer::start(str_replace('KEPT', '1', CODE));
$client = (new HttpClient($server->port))->raw(substr($requests, 0, strpos($requests, 'GET /101 ')))->half();
for ($end = microtime(true) + 3.5; microtime(true) < $end; usleep(50_000));
for ($answered = 0; $client->response(); $answered++);
echo "after a half-close: $answered\n";
echo $server->stop(), "\n";
?>
--EXPECT--
answered, in order: 3000
queued at most: about one answer
0
after a half-close: 100
0
