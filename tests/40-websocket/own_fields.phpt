--TEST--
SeatPush: websocket: the fields of an upgrade that are the server's own are refused with a text; a subprotocol that was offered is sent, in each callback that can choose one
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$fields = <<<'PHP'
function fields($q, $r): void
{
    parse_str($q->server['query_string'] ?? '', $fields);
    foreach ($fields as $name => $value) {
        try {
            $r->header($name, $value);
        } catch (ValueError $e) {
            echo preg_replace('/^.*Argument /', '', $e->getMessage()), "\n";
        }
    }
    if ($q->server['path_info'] === '/by-hand') {
        $r->header['Sec-WebSocket-Protocol'] = 'never offered';
    }
}
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_subprotocol' => 'seats']);
$server->on('Message', fn () => 1);
PHP;
$before = TestServer::start($fields . '$server->on("BeforeHandshakeResponse", fn ($s, $q, $r) => fields($q, $r)); serve($server);');
$own = TestServer::start($fields . <<<'PHP'
$server->on('Handshake', function ($q, $r) use ($server) {
    $answer = function ($r) use ($q) {
        fields($q, $r);
        $r->status(101);
        $r->header('Upgrade', 'websocket');
        $r->header('Connection', 'Upgrade');
        $r->header('Sec-WebSocket-Accept', base64_encode(sha1($q->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
        $r->end();
    };
    if ($q->server['path_info'] === '/later') {
        $r->detach();
        $server->defer(fn () => $answer(SeatPush\Response::create($q->fd)));
    } else {
        $answer($r);
    }
});
serve($server);
PHP);
$tell = function (TestServer $server, string $target, ?string $offer = null) {
    $head = WsClient::connect($server->port, $target, ['Sec-WebSocket-Protocol' => $offer])->head;
    echo '  ', strtr(trim(preg_replace('/^(HTTP|Upgrade|Connection|Sec-WebSocket-Accept).*\r\n/m', '', $head)), ["\r\n" => ', ']), "\n";
};
foreach (['before' => $before, 'own' => $own] as $name => $server) {
    echo "$name:\n";
    $tell($server, '/?Sec-WebSocket-Protocol=chat', 'chat');
    $tell($server, '/?Sec-WebSocket-Protocol=b', 'a, b');
    $tell($server, '/?sec-websocket-protocol=chat', 'seats, chat');
    $tell($server, '/?Sec-WebSocket-Protocol=a,%20b', 'a, b');
    $tell($server, '/?Sec-WebSocket-Protocol=chat');
    $tell($server, '/later?Sec-WebSocket-Protocol=chat', 'chat');
    $tell($server, '/?Sec-WebSocket-Extensions=permessage-deflate&X-Seat=C4');
    $tell($server, '/?Transfer-Encoding=chunked&Upgrade=websocket&Upgrade-Insecure=1');
    $tell($server, '/by-hand', 'other');
    $server->stop();
    echo $server->stdout(), $server->log('subprotocol|field');
}
$server = TestServer::start($fields . '$server->on("BeforeHandshakeResponse", fn ($s, $q, $r) => fields($q, $r)); serve($server);');
foreach (['Sec-WebSocket-Accept=mine&Upgrade=h2c', 'Connection=Upgrade&Upgrade=websocket', 'Connection=close'] as $query) {
    $tell($server, "/?$query");
}
$server->stop();
echo $server->stdout(), $server->log('field');
$server = TestServer::start($fields . '$server->on("BeforeHandshakeResponse", fn ($s, $q, $r) => fields($q, $r)); serve($server);');
$tell($server, '/?Content-Length=3');
$server->stop();
echo $server->log('field');
?>
--EXPECT--
before:
  Sec-Websocket-Protocol: chat
  Sec-Websocket-Protocol: b
  Sec-Websocket-Protocol: chat
  
  
  Sec-Websocket-Protocol: chat
  X-Seat: C4
  
  
#2 ($value) cannot be sent as Sec-WebSocket-Protocol: it must be one of those that the client offered, which are "a, b": it would end the connection otherwise
#2 ($value) cannot be sent as Sec-WebSocket-Protocol: the client offered none, and would end the connection: set it only if the request has one
#2 ($value) cannot be sent as Sec-WebSocket-Extensions: no extension is spoken here: leave it out, or set websocket_compression
#2 ($value) cannot be sent as Transfer-Encoding: it is the server's own: leave it out, what write() sends is chunked
WARNING seatpush: a client offered the subprotocols "a, b" and none of them was chosen; browsers end such a connection. Name them in websocket_subprotocol, or set Sec-WebSocket-Protocol in BeforeHandshakeResponse (logged once)
WARNING seatpush: a response was sent without its field "Sec-WebSocket-Protocol": it must be one of those that the client offered, which are "other": it would end the connection otherwise
own:
  Sec-Websocket-Protocol: chat, Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  Sec-Websocket-Protocol: b, Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  Sec-Websocket-Protocol: chat, Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  Sec-Websocket-Protocol: chat, Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  X-Seat: C4, Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
#2 ($value) cannot be sent as Sec-WebSocket-Protocol: it must be one of those that the client offered, which are "a, b": it would end the connection otherwise
#2 ($value) cannot be sent as Sec-WebSocket-Protocol: the client offered none, and would end the connection: set it only if the request has one
#2 ($value) cannot be sent as Sec-WebSocket-Extensions: no extension is spoken here: leave it out, or set websocket_compression
#2 ($value) cannot be sent as Transfer-Encoding: it is the server's own: leave it out, what write() sends is chunked
WARNING seatpush: a client offered the subprotocols "a, b" and none of them was chosen; browsers end such a connection. Name them in websocket_subprotocol, or set Sec-WebSocket-Protocol in BeforeHandshakeResponse (logged once)
WARNING seatpush: a response was sent without its field "Sec-WebSocket-Protocol": it must be one of those that the client offered, which are "other": it would end the connection otherwise
  
  
  
#2 ($value) cannot be sent as Sec-WebSocket-Accept: it is the server's own here: leave it out
#2 ($value) cannot be sent as Upgrade: it is the server's own here: leave it out
WARNING seatpush: a response was sent without its field "Connection": the server's own 101 says Connection: Upgrade
  
WARNING seatpush: a response was sent without its field "Content-Length": a 101 has no body (RFC 9110 section 8.6)
