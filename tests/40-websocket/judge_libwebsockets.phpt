--TEST--
SeatPush: WebSocket: as libwebsockets sees it: refusals, limits, the server's pings, what is published and pushed in fragments, the stop
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../65-client/peer.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['allowed_origins' => ['https://shop.example'], 'package_max_length' => 1000, 'message_rate' => 50, 'ping_interval' => 1]);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'join') {
        $s->push($f->fd, json_encode($s->subscribe($f->fd, 'show')));
    } elseif ($f->data === 'publish') {
        for ($i = 0; $i < 300; $i++) {
            $s->publish('show', "state $i", windowMs: 50);
            $s->publish('show', str_repeat('plain', 1000), WEBSOCKET_OPCODE_BINARY, $i % 2 ? null : $f->fd);
        }
        $s->push($f->fd, 'sold ', 1, 0);
        $s->ping($f->fd, 'between');
        $s->push($f->fd, "\u{1F3AC}", 0, 1);
    }
});
$server->on('Request', fn ($request, $response) => $response->end('page'));
$server->on('Close', fn ($s, $fd, $reactor, $code, $reason) => print("closed $code $reason\n"));
serve($server);
PHP);
$url = "ws://127.0.0.1:$server->port/";
foreach (['https://shop.example' => 'https://shop.example', 'another page' => 'https://evil.example'] as $what => $origin) {
    echo "$what: ", outcome(fn () => (new SeatPush\Client($url, ['Origin' => $origin]))->recv(0)), "\n";
}
$client = new SeatPush\Client($url);
$client->send(str_repeat('x', 1001));
echo 'too long: ', outcome(fn () => $client->recv()), "\n";
$client = new SeatPush\Client($url);
for ($i = 0; $i <= 100; $i++) {
    try { $client->send('-'); } catch (SeatPush\ClientException) { break; }
}
echo 'too many: ', outcome(fn () => $client->recv()), "\n";
$client = new SeatPush\Client($url);
echo 'silent for longer than two pings: ', outcome(fn () => $client->recv(2.5)), ' ', outcome(fn () => $client->ping() < 5), "\n";
$client->send('join');
echo 'joined: ', $client->recv()->data, "\n";
$client->send('publish');
for ($states = $plain = [], $sold = ''; end($states) !== 'state 299' || $sold === ''; ) {
    $frame = $client->recv();
    match (true) {
        $frame->opcode === WEBSOCKET_OPCODE_BINARY => $plain[strlen($frame->data)] = ($plain[strlen($frame->data)] ?? 0) + 1,
        str_starts_with($frame->data, 'state') => $states[] = $frame->data,
        default => $sold = $frame->data,
    };
}
echo 'published: ', implode(', ', $states), ' ', json_encode($plain), " $sold\n";
$server->signal(15);
echo 'stopped: ', outcome(fn () => $client->recv()), ' ', $server->wait(), "\n";
echo 'not any more: ', preg_replace('/: .*/', '', outcome(fn () => new SeatPush\Client($url))), "\n";
?>
--EXPECT--
https://shop.example: null
another page: status 403, * refused the upgrade with status 403: Pages from this origin may not connect here.
too long: code 1009: the connection is closed: 1009 message is too big
too many: code 1008: the connection is closed: 1008 too many messages
silent for longer than two pings: null true
joined: true
published: state 0, state 299 {"5000":150} sold 🎬
stopped: code 1001: the connection is closed: 1001 server is stopping 0
not any more: cannot connect to 127.0.0.1 *
