--TEST--
SeatPush: http: a malformed request is refused and ends the connection, and nothing after it is served; an odd but valid one is served
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/http_requests.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    $line = strtok(ltrim($q->getData()), "\r");
    echo "$line\n";
    $r->end(trim(substr($line, 0, -8) . $q->rawContent(), ' '));
});
serve($server);
PHP);
$n = 0;
$smuggled = [];
foreach (http_requests() as $section => $rows) {
    $count = ['refused' => 0, 'served' => 0];
    foreach ($rows as $name => [$expected, $bytes]) {
        $behind = 'GET /behind-' . ++$n;
        $client = (new HttpClient($server->port))->raw("$bytes$behind HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        for ($got = []; $answer = $client->response(); ) {
            if ($answer['status'] >= 400) {
                $got[] = "$answer[status] " . implode($answer['headers']['connection']);
                $smuggled[] = "$behind HTTP";
            } elseif ($answer['status'] !== 100) {
                $got[] = $answer['body'];
            }
        }
        if (is_string($expected) && str_ends_with($expected, ' + end')) {
            $smuggled[] = "$behind HTTP";
        }
        $expected = is_int($expected) ? "$expected close" : (str_ends_with($expected, ' + end') ? substr($expected, 0, -6) : "$expected + $behind");
        $got = implode(' + ', $got) . $client->rest();
        $count[str_ends_with($got, 'close') ? 'refused' : 'served']++;
        if ($got !== $expected) {
            printf("%s: %s\n  expected %s\n  got      %s\n", $section, $name, json_encode($expected), json_encode(substr($got, 0, 300), JSON_INVALID_UTF8_SUBSTITUTE));
        }
    }
    printf("%s: %d refused, %d served\n", $section, $count['refused'], $count['served']);
}
$server->stop();
$served = array_filter($smuggled, fn ($line) => str_contains($server->stdout(), $line));
echo 'the connection ended after ', count($smuggled), ', ', count($served), " served behind them\n";
?>
--EXPECT--
RFC 9112 §2.2, ends of lines: 19 refused, 2 served
RFC 9112 §2.3, versions: 18 refused, 3 served
RFC 9112 §3, request lines: 18 refused, 4 served
RFC 9112 §3.2, forms of a target: 12 refused, 7 served
RFC 9112 §3.2, RFC 9110 §7.2, Host: 18 refused, 4 served
RFC 9112 §5, fields: 24 refused, 9 served
RFC 9112 §6.3, RFC 9110 §8.6, Content-Length: 33 refused, 6 served
RFC 9112 §6.1, Transfer-Encoding: 22 refused, 3 served
RFC 9112 §7.1, chunks: 36 refused, 7 served
RFC 9112 §7.1.2, trailers: 13 refused, 3 served
RFC 9110 §7.6.1, §7.8, §10.1.1, Connection, Upgrade, Expect: 3 refused, 12 served
RFC 9112 §9.3.2, pipelining: 0 refused, 4 served
the connection ended after 222, 0 served behind them
