--TEST--
SeatPush: permessage-deflate: off by default; with websocket_compression messages of compression_min_length go out compressed, and Frame says of each how it came
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
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/deflate.inc';

$code = <<<'PHP'
$server->on('Message', function ($s, $f) {
    $bits = ($f->flags & SeatPush\Server::FLAG_COMPRESS ? 'C' : '') . ($f->flags & 4 ? '1' : '') . ($f->finish ? 'F' : '');
    if (str_starts_with($f->data, 'eval ')) {
        $s->push($f->fd, json_encode(eval('return ' . substr($f->data, 5) . ';')));
    } elseif ($f->data === 'frame') {
        $s->push($f->fd, $f);
    } else {
        $s->push($f->fd, "$bits $f->data", $f->opcode);
    }
});
serve($server);
PHP;
$off = TestServer::start("\$server = new SeatPush\\Server('127.0.0.1', 0);$code");
$client = deflating($off->port);
echo 'off: ', agreed($client), ', ', short(heard($client->send(str_repeat('x', 1000)))), "\n";
echo 'off: ', heard($client->sendFrame(1, deflated('x'), rsv: 4)), "\n";

$server = TestServer::start("\$server = new SeatPush\\Server('127.0.0.1', 0); \$server->set(['websocket_compression' => true]);$code");
$client = WsClient::connect($server->port);
echo 'not offered: ', agreed($client), ', ', short($client->send(str_repeat('x', 1000))->text()), "\n";
$client = deflating($server->port);
echo agreed($client), "\n";
echo 'long: ', short(heard($client->send(str_repeat('x', 1000)))), "\n";
echo 'compressed: ', short(heard($client->sendFrame(1, deflated(str_repeat('x', 1000)), rsv: 4))), "\n";
echo 'compressed, short: ', heard($client->sendFrame(1, deflated('hi'), rsv: 4)), "\n";
echo 'binary: ', short(heard($client->sendFrame(2, deflated(str_repeat("z", 1000)), rsv: 4))), "\n";
echo 'empty: ', heard($client->sendFrame(1, "\0", rsv: 4)), "\n";
echo 'min_length: ', short(heard($client->send('eval $s->push($f->fd, str_repeat("x", 127))'))), ', ', heard($client), "\n";
echo 'min_length: ', short(heard($client->send('eval $s->push($f->fd, str_repeat("x", 128))'))), ', ', heard($client), "\n";
echo 'the flag: ', heard($client->send('eval $s->push($f->fd, str_repeat("x", 20), 1, 3)')), ', ', heard($client), "\n";
echo 'the flag, and nothing to gain: ', heard($client->send('eval $s->push($f->fd, "x", 1, 3)')), ', ', heard($client), "\n";
echo 'noise: ', strlen(heard($client->send('eval $s->push($f->fd, random_bytes(1000), 2)'))), ', ', heard($client), "\n";
echo 'fragments: ', short(heard($client->send('eval $s->push($f->fd, str_repeat("x", 500), 1, 0) && $s->push($f->fd, str_repeat("x", 500), 0, 1)'))), '; ', short(heard($client)), ', ', heard($client), "\n";
echo 'ping: ', heard($client->send('eval $s->push($f->fd, str_repeat("p", 125), 9, 3)')) === 'ping ' . str_repeat('p', 125) ? 'plain' : 'NOT', ', ', heard($client), "\n";
echo 'a Frame: ', heard($client->sendFrame(1, deflated('frame'), rsv: 4)), "\n";
preg_match('/\[.*\]/', heard($client->send('eval array_values(array_filter($s->stats(), fn ($name) => str_starts_with($name, "compress"), ARRAY_FILTER_USE_KEY))')), $stats);
[$came, $went, $saved] = json_decode($stats[0]);
echo "stats: $came came compressed, $went went so", $saved > 2500 && $saved < 4000 ? '' : ", AND SAVED $saved", "\n";
preg_match('/true|false/', heard($client->send('eval $s->getClientInfo($f->fd)["websocket_compression"]')), $info);
echo "info: $info[0]\n";
echo $off->stop(), $server->stop(), "\n";
?>
--EXPECT--
off: none, plain F xxxxxxxxxxxx... 1008
off: close 1002 reserved bits are set
not offered: none, F xxxxxxxxxxxxxxxxxx... 1002
permessage-deflate; server_no_context_takeover; client_no_context_takeover
long: compressed F xxxxxxx... 1013
compressed: compressed C1F xxxxx... 1015
compressed, short: plain C1F hi
binary: compressed C1F zzzzz... 1015
empty: plain C1F 
min_length: plain xxxxxxxxxxxxxx... 133, plain true
min_length: compressed xxxxxxxxx... 139, plain true
the flag: compressed xxxxxxxxxxxxxxxxxxxx, plain true
the flag, and nothing to gain: plain x, plain true
noise: 1006, plain true
fragments: plain xxxxxxxxxxxxxx... 506; plain xxxxxxxxxxxxxx... 506, plain true
ping: plain, plain true
a Frame: plain frame
stats: 5 came compressed, 5 went so
info: true
00
