--TEST--
SeatPush: http: additional ports with their own callbacks and settings; a unix socket
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$socket = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6)) . '.sock';
$server = TestServer::start('$socket = ' . var_export($socket, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 10]);
$trigger = $server->listen('127.0.0.1', 0);
$trigger->set(['open_websocket_protocol' => false, 'package_max_length' => 100]);
$trigger->on('Request', fn ($q, $r) => $r->end('trigger ' . $q->server['server_port']));
$unix = $server->listen($socket, 0, SeatPush\Server::SOCK_UNIX);
$server->on('Request', fn ($q, $r) => $r->end("server '{$q->server['remote_addr']}'"));
$server->on('Message', fn () => 1);
echo count($server->ports), "\n";
serve($server);
PHP);
[$own, $trigger] = $server->ports;
echo HttpClient::get($own)['body'], "\n", str_replace((string) $trigger, 'PORT', HttpClient::get($trigger)['body']), "\n", HttpClient::get("unix://$socket")['body'], "\n";
$long = str_repeat('x', 50);
echo (new HttpClient($own))->request('POST', '/', [], $long)->response()['status'], ' ', (new HttpClient($trigger))->request('POST', '/', [], $long)->response()['status'], ' ', (new HttpClient("unix://$socket"))->request('POST', '/', [], $long)->response()['status'], "\n";
echo WsClient::upgrade($own)->status, ' ', WsClient::upgrade($trigger)->status, "\n";
$server->stop();
var_dump(file_exists($socket));
?>
--EXPECT--
server '127.0.0.1'
trigger PORT
server ''
413 200 413
101 400
bool(false)
