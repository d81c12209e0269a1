--TEST--
SeatPush: permessage-deflate: a handshake by hand may accept it, with parameters that the server can keep; others are refused with a text that says which; without any, the server sets them
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
function answer($q, $r): void
{
    $r->status(101);
    $r->header('Upgrade', 'websocket');
    $r->header('Connection', 'Upgrade');
    $r->header('Sec-WebSocket-Accept', base64_encode(sha1($q->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
    if (($value = urldecode($q->server['query_string'] ?? '')) !== '') {
        try {
            $r->header('Sec-WebSocket-Extensions', $value);
        } catch (ValueError $e) {
            echo preg_replace('/^.*Argument /', '', $e->getMessage()), "\n";
        }
    }
}
$server->on('Handshake', function ($q, $r) use ($server) {
    if ($q->server['path_info'] === '/ours') {
        answer($q, $r);
        return true;
    }
    if ($q->server['path_info'] === '/later') {
        $r->detach();
        $server->defer(function () use ($q) {
            $r = SeatPush\Response::create($q->fd);
            answer($q, $r);
            $r->end();
        });
        return;
    }
    if ($q->server['path_info'] === '/early') {
        $server->send($q->fd, "early\n");
    }
    answer($q, $r);
    $r->end();
});
$server->on('Message', fn ($s, $f) => $s->push($f->fd, str_repeat($f->data, 100)));
serve($server);
PHP;
$server = TestServer::start("\$server = new SeatPush\\Server('127.0.0.1', 0); \$server->set(['websocket_compression' => true]); $code");
$none = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';
$tell = function (string $path, string $value, ?string $offer = 'permessage-deflate; client_max_window_bits') use (&$server) {
    $client = deflating($server->port, $offer ?? '', "$path?" . urlencode($value));
    echo agreed($client), ': ', short(heard($client->send('abc'))), "\n";
};
$tell('/', $none);
$tell('/', '');
$tell('/', '', null);
$tell('/', 'permessage-deflate; client_no_context_takeover; server_max_window_bits=9');
$tell('/later', $none);
$tell('/later', '');
$tell('/ours', $none);
$tell('/ours', '');
echo "-- send() before the answer, after which nothing is agreed yet\n";
$client = new WsClient($server->port);
$client->raw("GET /early HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=15\r\n\r\n");
echo $client->upTo("\n");
$client->head = $client->upTo("\r\n\r\n");
$client->rsv1 = true;
echo agreed($client), ': ', short(heard($client->send('abc'))), "\n";
echo "-- what the server cannot keep\n";
$tell('/', 'permessage-deflate');
$tell('/', 'permessage-deflate; client_no_context_takeover', 'permessage-deflate; server_max_window_bits=10');
$tell('/', 'x-webkit-deflate-frame');
$tell('/', $none, null);
$server->stop();
echo $server->stdout();
$server = TestServer::start("\$server = new SeatPush\\Server('127.0.0.1', 0); $code");
$tell('/', $none);
$server->stop();
echo $server->stdout();
?>
--EXPECT--
permessage-deflate; client_no_context_takeover; server_no_context_takeover: compressed abcabcabc... 311
permessage-deflate; server_no_context_takeover; client_no_context_takeover: compressed abcabcabc... 311
none: plain abcabcabcabcab... 306
permessage-deflate; client_no_context_takeover; server_max_window_bits=9: compressed abcabcabc... 311
permessage-deflate; client_no_context_takeover; server_no_context_takeover: compressed abcabcabc... 311
permessage-deflate; server_no_context_takeover; client_no_context_takeover: compressed abcabcabc... 311
permessage-deflate; server_no_context_takeover; client_no_context_takeover: compressed abcabcabc... 311
permessage-deflate; server_no_context_takeover; client_no_context_takeover: compressed abcabcabc... 311
-- send() before the answer, after which nothing is agreed yet
early
permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=15: compressed abcabcabc... 311
-- what the server cannot keep
permessage-deflate; server_no_context_takeover; client_no_context_takeover: compressed abcabcabc... 311
permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10: compressed abcabcabc... 311
permessage-deflate; server_no_context_takeover; client_no_context_takeover: compressed abcabcabc... 311
none: plain abcabcabcabcab... 306
#2 ($value) cannot be sent as Sec-WebSocket-Extensions: for this client it can be "permessage-deflate; server_no_context_takeover; client_no_context_takeover": leave it out, and the server sets it
#2 ($value) cannot be sent as Sec-WebSocket-Extensions: for this client it can be "permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10": leave it out, and the server sets it
#2 ($value) cannot be sent as Sec-WebSocket-Extensions: for this client it can be "permessage-deflate; server_no_context_takeover; client_no_context_takeover": leave it out, and the server sets it
#2 ($value) cannot be sent as Sec-WebSocket-Extensions: the client has offered no permessage-deflate that can be accepted: leave it out, and the server sets it for those that have
none: plain abcabcabcabcab... 306
#2 ($value) cannot be sent as Sec-WebSocket-Extensions: no extension is spoken here: leave it out, or set websocket_compression
