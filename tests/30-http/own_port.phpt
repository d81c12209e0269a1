--TEST--
SeatPush: http: $ports[0] is the server's own port: it has its connections, and what is set on it is set on the server
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$web = $server->listen('127.0.0.1', 0);
echo count($server->ports), ' ', json_encode([$server->ports[0]->port === $server->port, $server->ports[0]->host, $server->ports[1] === $web]), "\n";
$server->ports[0]->set(['package_max_length' => 100]);
$server->ports[0]->on('Message', fn ($s, $f) => $s->push($f->fd, "heard $f->data"));
echo json_encode([$server->getCallback('Message') === $server->ports[0]->getCallback('Message'), $server->ports[0]->setting, $server->setting]), "\n";
try {
    $server->ports[0]->set(['worker_num' => 2]);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
$web->on('Request', function ($q, $r) use ($server) {
    foreach ($server->ports[0]->connections as $fd) {
        $server->push($fd, 'news');
    }
    $r->end((string) count($server->ports[0]->connections));
});
serve($server);
$port = $server->ports[0];
unset($server, $web);
gc_collect_cycles();
echo json_encode([$port->getCallback('Message'), count($port->connections)]), "\n";
try {
    $port->set([]);
} catch (SeatPush\Exception $e) {
    echo $e->getMessage(), "\n";
}
PHP);
$clients = [WsClient::connect($server->port), WsClient::connect($server->port)];
echo $clients[0]->send('hello')->text(), "\n";
echo HttpClient::get($server->ports[1])['body'], ' ', $clients[0]->text(), ' ', $clients[1]->text(), "\n";
echo (new HttpClient($server->port))->request('POST', '/', [], str_repeat('x', 200))->response()['status'], "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
heard hello
2 news news
413
2 [true,"127.0.0.1",true]
[true,{"package_max_length":100},[]]
SeatPush\Port::set(): Argument #1 ($settings) must hold options of a port; "worker_num" belongs to the whole server: set it there
[null,0]
set() has no effect once the server has started: call it before start()
