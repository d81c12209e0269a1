--TEST--
SeatPush: session: node_id is part of every id; another node's id has an error of its own; state_file may be ahead of the clock
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$file = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($file, sprintf("%020d\n", 2 ** 44));
$server = TestServer::start('$file = ' . var_export($file, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['node_id' => 255, 'state_file' => $file]);
$server->on('Request', fn ($q, $r) => $r->end(json_encode([$q->fd >> 45, $q->fd & (2 ** 45 - 1), $q->fd < 2 ** 53, $server->exists(12345), $server->getLastError(), $server->exists($q->fd + 1), $server->getLastError()])));
serve($server);
PHP);
echo HttpClient::get($server->port)['body'], "\n";
$server->stop();
echo (int) file_get_contents($file) - 2 ** 44, "\n";
file_put_contents($file, 'a diary');
echo TestServer::run('$server = new SeatPush\Server("127.0.0.1", 0); $server->set(["state_file" => ' . var_export($file, true) . ']); $server->on("Request", fn () => 1); try { $server->start(); } catch (SeatPush\Exception $e) { echo substr($e->getMessage(), -55); }')->stdout(), "\n";
unlink($file);
?>
--EXPECT--
[255,17592186044416,true,false,1011,false,1001]
1
 was not written by SeatPush: it should hold one number
