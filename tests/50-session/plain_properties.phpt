--TEST--
SeatPush: session: dynamic properties on every object of a callback, without a deprecation notice
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
set_error_handler(function ($number, $text) { echo "$text\n"; });
$server = new SeatPush\Server('127.0.0.1', 0);
$port = $server->listen('127.0.0.1', 0);
$server->mine = $port->mine = 1;
$server->on('Open', function ($s, $q) { $q->mine = 1; });
$server->on('Message', function ($s, $f) { $f->mine = 1; $s->push($f->fd, json_encode([$s->mine, $f->mine])); });
$server->on('Request', function ($q, $r) { $q->mine = $r->mine = 1; $r->end(json_encode([$q->mine, $r->mine])); });
serve($server);
PHP);
echo WsClient::connect($server->port)->send('x')->text(), HttpClient::get($server->port)['body'], "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
[1,1][1,1]
