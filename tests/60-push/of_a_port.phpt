--TEST--
SeatPush: push: a port has the list of its own connections; the server has all
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$port = $server->listen('127.0.0.1', 0);
$server->on('Message', function ($s, $f) use ($port) {
    $own = iterator_to_array($port->connections, false);
    $all = iterator_to_array($s->connections, false);
    $s->push($f->fd, json_encode([count($port->connections), count($own), count($s->connections), count($all), $own === array_values(array_filter($all, fn ($fd) => $s->getClientInfo($fd)['server_port'] === $port->port)),
        isset($port->connections[$own[0]]), in_array($all[0], $own), $s->getClientList() === $all]));
});
serve($server);
PHP);
[$first, $second] = $server->ports;
$clients = [WsClient::connect($first), WsClient::connect($second), WsClient::connect($first), WsClient::connect($second), WsClient::connect($first)];
echo $clients[4]->send('x')->text(), "\n", $clients[1]->send('x')->text(), "\n";
?>
--EXPECT--
[2,2,5,5,true,true,false,true]
[2,2,5,5,true,true,false,true]
