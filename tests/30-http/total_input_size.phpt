--TEST--
SeatPush: http: total_input_size limits the incomplete input of all connections: the connection that grows is refused, the others go on
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// A buffer may be up to twice as large as its content: 300,000 bytes fit alone, but never together with 500,000.
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['total_input_size' => 750000]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, strlen($f->data)));
$server->on('Request', function ($q, $r) use ($server) {
    $stats = $server->stats();
    $r->end(strlen($q->rawContent()) . " $stats[refused_input_count] " . ($stats['input_bytes'] > 300000 ? 'kept' : 'freed'));
});
serve($server);
PHP);
$first = (new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300001\r\n\r\n" . str_repeat('x', 300000));
for ($end = microtime(true) + BOUND; microtime(true) < $end && !str_ends_with(HttpClient::get($server->port)['body'], 'kept'); );
$second = (new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500001\r\n\r\n" . str_repeat('x', 500000));
$answer = $second->response();
echo $answer['status'], ' ', $answer['body'];
$socket = WsClient::connect($server->port)->raw(substr(WsClient::frame(2, str_repeat('x', 500001)), 0, -1));
echo $socket->text(), "\n";
echo $first->raw('y')->response()['body'], "\n";
echo HttpClient::get($server->port)['body'], "\n";
$server->stop();
echo $server->log('total_input');
?>
--EXPECT--
503 The server has no memory for this request.
close 1013 no memory for this message now
300001 2 kept
0 2 freed
WARNING seatpush: incomplete requests and messages take more than total_input_size (750000 bytes in this process): those that grow get 503 or close code 1013
