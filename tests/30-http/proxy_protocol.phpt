--TEST--
SeatPush: http: proxy_protocol: versions 1 and 2 say whose a connection is, from Connect on; without a head it is refused and no callback hears of it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_conn_per_ip' => 1]);
$proxied = $server->listen('127.0.0.1', 0);
$proxied->set(['proxy_protocol' => true, 'max_conn_per_ip' => 2]);
$only = $server->listen('127.0.0.1', 0);
$only->set(['proxy_protocol' => true, 'trusted_proxies' => ['127.0.0.1', '192.0.2.7'], 'max_conn_per_ip' => 0]);
$server->on('Connect', function ($s, $fd) { echo 'Connect ', $s->getClientInfo($fd)['remote_ip'], "\n"; });
$server->on('Request', fn ($q, $r) => $r->end("{$q->server['remote_addr']} {$q->server['remote_port']}"));
$server->on('Message', fn ($s, $f) => $s->push($f->fd, "{$s->getClientInfo($f->fd)['remote_ip']} $f->data"));
$server->on('Close', function ($s, $fd) { echo 'Close ', $s->getClientInfo($fd)['remote_ip'], "\n"; });
serve($server);
PHP);
[, $port, $only] = $server->ports;
$v4 = "\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x10" . inet_pton('192.0.2.2') . inet_pton('192.0.2.9') . pack('nn', 4711, 80) . "\x04\0\x01\0";
$v6 = "\r\n\r\n\0\r\nQUIT\n\x21\x21\0\x24" . inet_pton('2001:db8::7') . inet_pton('::1') . pack('nn', 5, 80);
$get = fn (string $more = '') => "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n$more\r\n";
$say = function (int $port, string $bytes, ?string $from = null) {
    $answer = (new HttpClient($port, $from))->raw($bytes)->response();
    return $answer === null ? 'nothing' : preg_replace('/^(127\S+) [1-9]\d*/', '$1 (a port)', ($answer['status'] === 200 ? '' : "$answer[status] ") . trim($answer['body']));
};
echo $say($port, "PROXY TCP4 192.0.2.1 192.0.2.9 56324 80\r\n" . $get()), "\n";
echo $say($port, $v4 . $get()), "\n";
echo $say($port, $v6 . $get()), "\n";
echo 'the proxy itself: ', $say($port, "\r\n\r\n\0\r\nQUIT\n\x20\0\0\0" . $get()), ', ', $say($port, "PROXY UNKNOWN\r\n" . $get()), "\n";

$slow = new HttpClient($port);
foreach (str_split($v4 . $get()) as $byte) {
    $slow->raw($byte);
}
echo 'byte by byte: ', $slow->response()['body'], "\n";
echo 'without: ', $say($port, $get()), ', ', $say($port, "PROXY TCP4 nonsense\r\n" . $get()), "\n";
$half = (new HttpClient($port))->raw(substr($v4, 0, 20))->half();
$silent = (new HttpClient($port))->half();
echo 'ends early: ', json_encode($half->rest() . $silent->rest()), "\n";

// A WebSocket; and whoever has two has no third.
$open = [];
foreach ([1, 2, 3] as $i) {
    $open[] = $client = new WsClient($port);
    $client->raw("PROXY TCP4 192.0.2.5 192.0.2.9 $i 80\r\n" . "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" . WsClient::frame(1, 'hello'));
    $head = $client->upTo("\r\n\r\n");
    echo substr($head, 9, 3), ' ', $i < 3 ? $client->text() : trim($client->rest()), "\n";
}
echo 'a stranger: ', $say($only, "PROXY TCP4 192.0.2.1 192.0.2.9 56324 80\r\n" . $get(), '127.0.0.2'), "\n";
echo 'its fields: ', $say($only, "PROXY TCP4 192.0.2.1 192.0.2.9 56324 80\r\n" . $get("X-Forwarded-For: 6.6.6.6\r\n")), "\n";
echo 'a proxy behind it: ', $say($only, "PROXY TCP4 192.0.2.7 192.0.2.9 56324 80\r\n" . $get("X-Forwarded-For: 198.51.100.1\r\n")), "\n";
$server->stop();
echo count(array_filter(explode("\n", $server->stdout()), fn ($line) => str_starts_with($line, 'Connect '))) - count(array_filter(explode("\n", $server->stdout()), fn ($line) => str_starts_with($line, 'Close '))), "\n";
echo implode(', ', array_slice(array_unique(array_map(fn ($line) => explode(' ', $line)[1] ?? '', explode("\n", trim($server->stdout())))), 0)), "\n";
echo preg_replace('/\d+ bytes/', 'n bytes', $server->log('refused:|too many'));
?>
--EXPECT--
192.0.2.1 56324
192.0.2.2 4711
2001:db8::7 5
the proxy itself: 127.0.0.1 (a port), 127.0.0.1 (a port)
byte by byte: 192.0.2.2 4711
without: 400 This port serves only proxies that name their clients., 400 This port serves only proxies that name their clients.
ends early: ""
101 192.0.2.5 hello
101 192.0.2.5 hello
429 Too many connections come from your address
a stranger: 400 This port serves only proxies that name their clients.
its fields: 192.0.2.1 56324
a proxy behind it: 198.51.100.1 0
0
192.0.2.1, 192.0.2.2, 2001:db8::7, 127.0.0.1, 192.0.2.5, 192.0.2.7, 198.51.100.1
WARNING seatpush: refused: a connection from 127.0.0.1 does not begin with a head of the PROXY protocol, which proxy_protocol asks for; let the proxy send one (HAProxy: send-proxy-v2; nginx, in stream: proxy_protocol on), or leave the option out
WARNING seatpush: too many connections from 192.0.2.5: above max_conn_per_ip, so new ones get 429 until they are below it
