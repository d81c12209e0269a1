--TEST--
SeatPush: compression: to a slow reader, write() waits while the queue is full, several coroutines write in turn, end() goes last, and what comes is whole
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/compression.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['http_compression' => true, 'socket_buffer_size' => 1 << 20]);
$sent = 0;
$noise = random_bytes(65536);
$server->on('Request', function ($q, $r) use ($server, &$sent, $noise) {
    if ($q->server['path_info'] === '/how') {
        return $r->end((string) $sent);
    }
    $r->write(md5($noise));
    $group = new SeatPush\WaitGroup();
    foreach ([1, 2, 3] as $writer) {
        $group->add();
        $server->go(function () use ($r, $group, &$sent, $noise, $writer) {
            for ($i = 0; $i < 100 && $r->write("$writer" . $noise); $i++) {
                $sent++;
            }
            $group->done();
        });
    }
    $group->wait();
    echo $sent, ' ', json_encode($r->end('last')), "\n";
});
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/', ['Accept-Encoding' => 'gzip']);
for ($before = -1; ($now = (int) HttpClient::get($server->port, '/how')['body']) !== $before || $now === 0; usleep(50000)) {
    $before = $now;
}
echo $now < 300 ? 'waits' : 'does not wait', "\n";
$answer = $client->response();
$text = body($answer);
$noise = substr($text, 33, 65536);
$pieces = str_split(substr($text, 32, -4), 65537);
echo coding($answer), ', ', md5($noise) === substr($text, 0, 32) ? 'noise, ' : 'wrong, ', count($pieces), ' pieces, ', json_encode(array_count_values(array_map(fn ($piece) => substr($piece, 1) === $noise ? $piece[0] : '?', $pieces))), ' ', substr($text, -4), "\n";
$server->stop();
echo $server->stdout(), $server->log('ERROR');
?>
--EXPECT--
waits
gzip vary Accept-Encoding, noise, 300 pieces, {"1":100,"2":100,"3":100} last
300 true
