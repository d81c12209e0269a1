--TEST--
SeatPush: session: USR1 and reload() say why nothing happens; HUP reopens the log_file
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$file = tempnam(sys_get_temp_dir(), 'seatpush');
$server = TestServer::start('$file = ' . var_export($file, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['log_file' => $file]);
$server->on('Request', function ($q, $r) use ($server) { $r->end(json_encode($server->reload())); });
serve($server);
PHP);
rename($file, "$file.1");
$server->signal(1);
$server->signal(10);
for ($end = microtime(true) + BOUND; !str_contains((string) @file_get_contents($file) . file_get_contents("$file.1"), 'restart') && microtime(true) < $end; usleep(1000));
echo HttpClient::get($server->port)['body'], "\n", $server->stop(), "\n";
echo str_contains(file_get_contents($file), 'reload: not possible, this one process keeps the code it has; set the option supervise, or restart') ? 'said' : 'silent', "\n";
unlink($file);
unlink("$file.1");
?>
--EXPECT--
false
0
said
