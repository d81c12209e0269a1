--TEST--
SeatPush: http: an IPv6 port
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('IPv6');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('::1', 0, 1, SeatPush\Server::SOCK_TCP6);
$server->on('Request', fn ($q, $r) => $r->end("{$q->server['remote_addr']} {$q->server['server_addr']} " . json_encode($server->getClientInfo($q->fd)['remote_ip'])));
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
serve($server);
PHP);
$address = "tcp://[::1]:$server->port";
echo HttpClient::get($address)['body'], ' ', WsClient::connect($address)->send('six')->text(), "\n";
$server->stop();
echo preg_replace('/\d+$/m', 'PORT', $server->log('listening'));
?>
--EXPECT--
::1 ::1 "::1" six
INFO seatpush: listening on http://[::1]:PORT
