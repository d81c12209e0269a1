--TEST--
SeatPush: http: once the head has arrived, body_timeout applies, and starts again with each byte
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['handshake_timeout' => 60, 'body_timeout' => 1, 'body_min_rate' => 0]);
$slow = $server->listen('127.0.0.1', 0);
$slow->set(['handshake_timeout' => 1, 'body_timeout' => 60]);
$server->on('Request', fn ($q, $r) => $r->end($q->rawContent()));
serve($server);
PHP);
$head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\n";
$patient = (new HttpClient(end($server->ports)))->raw($head);
$drips = (new HttpClient($server->port))->raw($head);
$nothing = (new HttpClient($server->port))->raw($head);
for ($i = 0; $i < 40; $i++) {
    $drips->raw('x');
    $read = [$nothing->stream];
    $none = null;
    stream_select($read, $none, $none, 0, 100000);
    usleep($read ? 100000 : 0);
}
echo $nothing->response()['status'], ', ', $drips->response()['body'], "\n";
echo $patient->raw(str_repeat('y', 40))->response()['body'], "\n";
?>
--EXPECT--
408, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy
