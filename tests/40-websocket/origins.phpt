--TEST--
SeatPush: websocket: allowed_origins: other pages get 403 and are counted, the log gets one line; requests without Origin are accepted
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['allowed_origins' => ['https://a.example', 'https://*.b.example', 'self']]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $s->stats()['refused_origin_count']));
$server->on('Handshake', function ($q, $r) { echo "Handshake\n"; $r->status(401); return false; });
$own = $server->listen('127.0.0.1', 0);
$own->set(['allowed_origins' => 'https://c.example']);
serve($server);
PHP);
[$some, $own] = $server->ports;
foreach (['https://a.example', 'https://x.y.b.example', 'https://test', 'https://evil.example', 'null', "https://a.example\u{9b}31m", null] as $origin) {
    $answer = WsClient::upgrade($some, headers: ['Origin' => $origin]);
    echo $origin === null ? 'none' : json_encode($origin), ': ', $answer->status === 403 ? 'refused: ' . trim($answer->rest()) : 'asked', "\n";
}
echo WsClient::upgrade($own, headers: ['Origin' => 'https://c.example'])->status === 403 ? 'refused' : 'asked', ' ', WsClient::upgrade($own, headers: ['Origin' => 'https://a.example'])->status, "\n";
$server->stop();
echo $server->log('origin'), substr_count($server->stdout(), 'Handshake'), " handshakes\n";
?>
--EXPECT--
"https:\/\/a.example": asked
"https:\/\/x.y.b.example": asked
"https:\/\/test": asked
"https:\/\/evil.example": refused: Pages from this origin may not connect here.
"null": refused: Pages from this origin may not connect here.
"https:\/\/a.example\u009b31m": refused: Pages from this origin may not connect here.
none: asked
asked 403
WARNING seatpush: a page from https://evil.example may not open a WebSocket: it is not in allowed_origins, where 'self' is the request's Host, test (such pages get 403; stats() counts them)
5 handshakes
