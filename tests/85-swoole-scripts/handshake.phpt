--TEST--
Swoole scripts: who may connect, by a handshake of the script's own, by cookie, in Open
--SKIPIF--
<?php
require __DIR__ . '/../80-examples/skip.inc';
skip_without('node ws');
?>
--FILE--
<?php
require __DIR__ . '/scripts.inc';

/** The status line and what says that it is a WebSocket; a refusal with its body. */
function head(int $port, string $path = '/', array $headers = []): string
{
    $client = WsClient::upgrade($port, $path, $headers);
    preg_match_all('/^(?:HTTP.*|sec-websocket-(?:accept|protocol).*|x-node.*|set-cookie.*)(?=\r)/im', $client->head, $lines);
    preg_match('/^content-length: (\d+)/im', $client->head, $length);
    return implode(' | ', $lines[0]) . rtrim(' ' . $client->bytes((int) ($length[1] ?? 0)));
}

variant('handshake/query', function (int $port) {
    yield head($port, '/?token=abc');
    yield head($port, '/?token=abc', ['Sec-WebSocket-Protocol' => 'v1']);
    yield head($port, '/');
    yield head($port, '/?token=xyz');
    yield 'Ada' => heard(WsClient::connect($port, '/?token=abc')->send('hi'));
    // a client that checks Sec-WebSocket-Accept
    $npm = watcher("ws://127.0.0.1:$port/?token=abc");
    $npm->say('send hi');
    yield 'npm ws' => message($npm);
    $npm->stop();
});
variant('handshake/cookie', function (int $port) {
    $cookie = ['Cookie' => 'session=ada.' . hash_hmac('md5', 'ada', 'key')];
    yield head($port, '/', $cookie + ['Sec-WebSocket-Protocol' => 'chat, v2']);
    yield head($port);
    yield head($port, '/', ['Cookie' => 'session=bob.12345678']);
    $ada = WsClient::connect($port, '/', $cookie);
    yield 'Ada' => $ada->text() . ', ' . $ada->send('hi')->text();
});
variant('handshake/open', function (int $port) {
    yield head($port, '/?token=good');
    yield 'good' => ($ada = WsClient::connect($port, '/?token=good'))->text() . ', ' . $ada->send('hi')->text();
    yield 'header' => WsClient::connect($port, '/', ['Authorization' => 'Bearer good'])->text();
    yield 'old' => WsClient::connect($port, '/?token=old')->text();
    yield 'none' => ($none = WsClient::connect($port))->text() . ', ' . $none->text();
});
variant('handshake/raw', function (int $port) {
    yield head($port, '/', ['Sec-WebSocket-Protocol' => 't2']);
    yield head($port);
    $ada = WsClient::connect($port, '/', ['Sec-WebSocket-Protocol' => 't1']);
    yield 'Ada' => $ada->text() . ', ' . $ada->send('hi')->text();
});
?>
--EXPECT--
handshake/query
  HTTP/1.1 101 Switching Protocols | Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  HTTP/1.1 101 Switching Protocols | Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | Sec-Websocket-Protocol: v1
  HTTP/1.1 401 Unauthorized
  HTTP/1.1 401 Unauthorized
  Ada: echo: hi
  npm ws: echo: hi
handshake/cookie
  HTTP/1.1 101 Switching Protocols | Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | Sec-Websocket-Protocol: chat
  HTTP/1.1 403 Forbidden {"error":"log in first"}
  HTTP/1.1 403 Forbidden {"error":"log in first"}
  Ada: welcome ada, ada: hi
handshake/open
  HTTP/1.1 101 Switching Protocols | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Node: one | Set-Cookie: seen=1; path=/; HttpOnly
  good: welcome, hi
  header: welcome
  old: close 4001 token expired
  none: {"code":401}, close 1000
handshake/raw
  HTTP/1.1 101 Switching Protocols | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | Sec-WebSocket-Protocol: t2
  HTTP/1.1 200 OK no
  Ada: status 3, established, HI
