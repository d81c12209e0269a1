--TEST--
SeatPush: http: a body that comes more slowly than body_min_rate gets 408, even if it never pauses; a fast one earns time
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['body_timeout' => 1]);
$server->on('Request', fn ($q, $r) => $r->end(strlen($q->rawContent())));
serve($server);
PHP);
// The second has sent 10,000 bytes at once: at 500 a second that is 20 s more.
$drip = (new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
$earned = (new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2710\r\n" . str_repeat('x', 10000) . "\r\n");
for ($end = microtime(true) + BOUND; microtime(true) < $end; ) {
    $drip->raw('x');
    $earned->raw("1\r\nx\r\n");
    $read = [$drip->stream];
    $none = null;
    if (stream_select($read, $none, $none, 0, 100000)) {
        break;
    }
}
echo $drip->response()['status'], ' ', $earned->raw("0\r\n\r\n")->response()['status'], "\n";
?>
--EXPECT--
408 200
