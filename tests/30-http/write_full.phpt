--TEST--
SeatPush: http: write() to a slow reader waits while the queue is full, and others are served; when the reader leaves it returns false
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1 << 20]);
$sent = $most = 0;
$server->on('Request', function ($q, $r) use ($server, &$sent, &$most) {
    if ($q->server['path_info'] === '/how') {
        $r->end((string) $sent);
        return;
    }
    for ($sent = 0; $sent < 1000 && $r->write(pack('N', $sent) . str_repeat('x', 65532)); $sent++) {
        $most = max($most, $server->getClientInfo($q->fd)['send_queued_bytes'] ?? 0);
    }
    echo $sent === 1000 ? 'all, ' : 'some, ', $most <= (1 << 20) ? 'within the limit, ' : 'above the limit, ', json_encode([$r->isWritable(), $r->end('last')]), "\n";
});
serve($server);
PHP);
/** The writer is stuck when two answers in a row are the same. */
function stuck(int $port): int
{
    for ($before = -1; ($now = (int) HttpClient::get($port, '/how')['body']) !== $before || $now === 0; usleep(50000)) {
        $before = $now;
    }
    return $now;
}
$client = (new HttpClient($server->port))->request('GET', '/');
echo stuck($server->port) < 1000 ? 'waits' : 'does not wait', "\n";
$client->upTo("\r\n\r\n");
for ($right = 0; $right < 1000 && $client->upTo("\r\n") === "10000\r\n" && $client->bytes(65538) === pack('N', $right) . str_repeat('x', 65532) . "\r\n"; $right++);
echo "$right right, then ", strtr(trim($client->bytes(9)), ["\r\n" => ' ']), "\n";
$client = (new HttpClient($server->port))->request('GET', '/');
stuck($server->port);
$client->shut();
$server->until('/some/');
$server->stop();
echo $server->stdout(), $server->log('ERROR');
?>
--EXPECT--
waits
1000 right, then 4 last
all, within the limit, [true,true]
some, within the limit, [false,false]
