--TEST--
SeatPush: http: a client that does not send a whole head, or a body, gets 408; one that sends nothing, or leaves a connection idle, is closed
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['handshake_timeout' => 1, 'body_timeout' => 1, 'keepalive_timeout' => 1]);
$server->on('Request', fn ($q, $r) => $r->end($q->server['path_info'] === '/count' ? $server->stats()['timeout_count'] : 'served'));
serve($server);
PHP);
$idle = new HttpClient($server->port);
echo $idle->request('GET', '/')->response()['body'], "\n";
$silent = new HttpClient($server->port);
$body = (new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
// A byte now and then does not buy a head more time.
$dribble = (new HttpClient($server->port))->raw("GET / HTTP/1.1\r\nX: ");
for ($end = microtime(true) + BOUND; microtime(true) < $end; $dribble->raw('y')) {
    $read = [$dribble->stream];
    $none = null;
    if (stream_select($read, $none, $none, 0, 100000)) {
        break;
    }
}
foreach (['dribble' => $dribble, 'body' => $body, 'silent' => $silent] as $name => $client) {
    $answer = $client->response();
    echo "$name: ", $answer['status'] ?? 'end', ' ', $answer['headers']['connection'][0] ?? '', "\n";
}
var_dump($idle->rest());
echo HttpClient::get($server->port, '/count')['body'], " counted: the idle one was served before\n";
?>
--EXPECT--
served
dribble: 408 close
body: 408 close
silent: end 
string(0) ""
3 counted: the idle one was served before
