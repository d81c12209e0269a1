--TEST--
Swoole scripts: push by a request, to all connections, with a secret, a signature, by topic
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/scripts.inc';

/** @return string status and body */
function post(int $port, string $path, string $body, array $headers = [], string $method = 'POST'): string
{
    $response = (new HttpClient($port))->request($method, $path, $headers, $body)->response();
    return "$response[status] $response[body]";
}

variant('push/connections', function (int $port) {
    $ada = WsClient::connect($port);
    $bob = WsClient::connect($port);
    yield 'Ada' => heard($ada->send('hi'));
    yield 'request' => ask($port, '/?message=all');
    yield 'Ada, Bob' => heard($ada) . ', ' . heard($bob);
});
variant('push/secret', function (int $port) {
    $ada = WsClient::connect($port);
    yield 'no secret' => post($port, '/push', '{"message":1}');
    yield 'wrong path' => post($port, '/pushes', '{}');
    yield 'no message' => post($port, '/push', '{}', ['X-Admin-Secret' => 's3cret']);
    yield 'push' => post($port, '/push', '{"message":{"sold":"C4"}}', ['X-Admin-Secret' => 's3cret', 'Content-Type' => 'application/json']);
    yield 'Ada' => heard($ada);
    yield 'online' => ask($port, '/online');
});
variant('push/signed', function (int $port) {
    $clients = array_map(fn () => WsClient::connect($port), range(1, 12));
    yield 'ping' => heard($clients[0]->send('ping'));
    $form = ['Content-Type' => 'application/x-www-form-urlencoded'];
    yield 'wrong' => post($port, '/', 'msg=hi&sign=' . md5('hi'), $form);
    yield 'right' => post($port, '/', 'msg=hi&sign=' . md5('keyhi'), $form);
    yield 'all' => implode(' ', array_map(heard(...), $clients));
    yield 'icon' => ask($port, '/favicon.ico');
});
variant('push/routes', function (int $port) {
    $ada = WsClient::connect($port)->send('{"topics":["a","b"]}');
    $bob = WsClient::connect($port)->send('{"topics":["b"]}');
    heard($ada) . heard($bob);
    yield 'put' => post($port, '/topics?name=a', 'to a', method: 'PUT') . post($port, '/topics?name=b', 'to b', method: 'PUT');
    yield 'Ada' => heard($ada);
    yield 'Bob' => heard($bob);
    $bob->close()->rest();
    yield 'topics' => ask($port, '/topics');
    yield 'nothing' => ask($port, '/');
});
?>
--EXPECT--
push/connections
  Ada: this is server
  request: 500 
  Ada, Bob: all, all
  WARNING seatpush: the Request callback (push-connections.php:17) never ended its Response, so the client gets 500: call $response->end($text). What a callback returns is not sent, and what it echoes goes to the terminal
push/secret
  no secret: 403 {"error":"forbidden"}
  wrong path: 404 {"error":"not found"}
  no message: 422 {"error":"message is missing"}
  push: 200 {"sent":1}
  Ada: {"sold":"C4"}
  online: {"online":1}
push/signed
  ping: pong
  wrong: 403 sign error
  right: 200 ok 12
  all: hi hi hi hi hi hi hi hi hi hi hi hi
  icon: 404 
push/routes
  put: 200 {"failed":[]}200 {"failed":[]}
  Ada: to a, to b
  Bob: to b
  topics: {"a":1,"b":1}
  nothing: 404 
