--TEST--
SeatPush: regress: an answer that BeforeHandshakeResponse or Handshake has begun, or detached, is the only one
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['close_timeout' => 1]);
$kept = [];
$answer = function ($r, $way, $fd) use (&$kept, $server) {
    $r->status(403);
    match ($way) {
        'write' => $r->write('no'),
        'sendfile' => $r->sendfile('FILE'),
        'detach' => $r->detach() && $server->after(1, fn () => SeatPush\Response::create($fd)->end('later')),
        'keep' => $r->write('no') && $kept[] = [$r, $server->after(1, fn () => $r->end(' and no'))],
    };
};
$server->on('BeforeHandshakeResponse', fn ($s, $q, $r) => $answer($r, substr($q->server['path_info'], 1), $q->fd));
$server->on('Open', function () { echo "Open\n"; });
$server->on('Message', fn () => 1);
$own = $server->listen('127.0.0.1', 0);
$own->on('Handshake', function ($q, $r) use ($answer) { $answer($r, substr($q->server['path_info'], 1), $q->fd); });
serve($server);
PHP, ['FILE' => __FILE__]));
foreach ($server->ports as $port) {
    foreach (['write', 'sendfile', 'detach', 'keep'] as $way) {
        $client = (new HttpClient($port))->request('GET', "/$way", ['Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Version' => '13', 'Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==']);
        if ($way === 'write') {    // its object goes unfinished, so it is cut
            echo $way, ' ', str_contains($client->upTo("\r\n\r\n") . $client->rest(), ' 101 ') ? 'is let in' : 'is cut', "\n";
            continue;
        }
        $response = $client->response();
        echo $way, ' ', $response['status'], ' ', $way === 'sendfile' ? json_encode($response['body'] === file_get_contents(__FILE__)) : $response['body'], "\n";
    }
}
echo $server->stdout();
?>
--EXPECT--
write is cut
sendfile 403 true
detach 200 later
keep 403 no and no
write is cut
sendfile 403 true
detach 200 later
keep 403 no and no
