--TEST--
SeatPush: TLS and reload_mode 'keep': connections that cannot move are closed over reload_spread, the oldest first, and are served and reached until then
--EXTENSIONS--
seatpush
openssl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('TLS');
?>
--FILE--
<?php
require __DIR__ . '/supervised.inc';
require __DIR__ . '/../support/certificates.inc';

$server = new Supervised(
    '$tls = $server->listen("127.0.0.1", 0, SeatPush\Server::SOCK_TCP | SeatPush\Server::SSL);
    SeatPush\Server::workerId() === null && print("TLS $tls->port\n");
    $server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "all"));
    $server->on("Request", fn ($request, $response) => $response->end("answered"));',
    "['reload_mode' => 'keep', 'reload_spread' => 60, 'ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/here.key', 'slow_callback_ms' => 0, 'max_wait_time' => 30, 'ping_interval' => 0, 'close_timeout' => 60, 'keepalive_timeout' => 300]"
);
[, $port] = $server->server->until('/TLS (\d+)/');
$plain = $server->visitor();
for ($i = 0; $i < 60; $i++) {
    $secure[] = WsClient::connect("ssl://127.0.0.1:$port");
}
$asking = new HttpClient("ssl://127.0.0.1:$port");
echo $asking->request('GET', '/')->response()['body'], "\n";
echo $server->reload(), "\n";
echo $secure[0]->text(), "\n";
$last = end($secure);
echo 'moved: ', $plain->send('SeatPush\Server::generation()')->text(), ', not yet: ', $last->send('SeatPush\Server::generation()')->text(), ', ', $asking->request('GET', '/')->response()['body'], "\n";
echo $plain->send('$server->publish("all", "news") > 30')->text(), ' ', $plain->text(), "\n";
echo $last->text(), "\n";
echo $last->send('$server->publish("all", "from there") > 30')->text(), ' ', $last->text(), ' ', $plain->text(), "\n";
echo preg_replace('/TLS \d+\n/', '', $server->stop()), "\n";
echo preg_replace('/(worker) \d/', '$1 N', $server->server->log('ERROR|WARNING|cannot move'));
?>
--EXPECT--
answered
reload: generation 1 serves
close 1012 server restarts: come back
moved: 1, not yet: 0, answered
news true
news
from there true from there
0 bool(true)
INFO seatpush (worker N, generation 0): reload: 61 connections with TLS cannot move: they are closed with 1012, over 60 s (reload_spread)
