--TEST--
SeatPush: regress: a head that comes byte by byte on a kept connection is refused after handshake_timeout
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['handshake_timeout' => 1]);
$server->on('Request', fn ($q, $r) => $r->end('served'));
serve($server);
PHP);
$slow = new HttpClient($server->port);
echo $slow->request('GET', '/')->response()['body'], "\n";
$slow->raw("GET / HTTP/1.1\r\nX: ");
for ($bytes = 0; $bytes < 60; $bytes++) {
    $read = [$slow->stream];
    $none = null;
    if (stream_select($read, $none, $none, 0, 100000)) {
        echo $slow->response()['status'], "\n";
        break;
    }
    $slow->raw('x');
}
?>
--EXPECT--
served
408
