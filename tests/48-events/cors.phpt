--TEST--
SeatPush: events: with allowed_origins a listed page may read a stream and another gets 403; without it, browsers decide
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/events.inc';

$server = event_server('$free = $server->listen("127.0.0.1", 0); $free->set(["allowed_origins" => null]);', "['allowed_origins' => ['https://a.example', 'self']]", 'if (isset($request->get["own"])) { $response->header("Access-Control-Allow-Origin", "*"); $response->header("Vary", "Accept"); }');
foreach ([['https://a.example', ''], ['http://test', ''], ['https://evil.example', ''], ['null', ''], [null, ''], ['', ''], ['https://a.example', '?own=1']] as [$origin, $query]) {
    foreach ($server->ports as $i => $port) {
        $stream = EventStream::open($port, "/events$query", $origin === null ? [] : ['Origin' => $origin]);
        echo $i ? 'free   ' : 'listed ', $origin ?? 'none', $query, ': ', $stream->status;
        foreach (['access-control-allow-origin', 'access-control-allow-credentials', 'vary'] as $name) {
            echo ' ', $stream->headers[$name] ?? '-';
        }
        echo $stream->status === 403 ? ' ' . $stream->bytes((int) $stream->headers['content-length']) : '', "\n";
    }
}
echo at($server, '$server->stats()["refused_origin_count"]'), "\n";
$server->stop();
echo $server->log('origin');
?>
--EXPECT--
listed https://a.example: 200 https://a.example true Origin
free   https://a.example: 200 - - -
listed http://test: 200 http://test true Origin
free   http://test: 200 - - -
listed https://evil.example: 403 - - - Pages from this origin may not connect here.
free   https://evil.example: 200 - - -
listed null: 403 - - - Pages from this origin may not connect here.
free   null: 200 - - -
listed none: 200 - - -
free   none: 200 - - -
listed : 200 - - -
free   : 200 - - -
listed https://a.example?own=1: 200 * - Accept
free   https://a.example?own=1: 200 * - Accept
2
WARNING seatpush: a page from https://evil.example may not open an event stream: it is not in allowed_origins, where 'self' is the request's Host, test (such pages get 403; stats() counts them)
