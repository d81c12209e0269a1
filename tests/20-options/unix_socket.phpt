--TEST--
SeatPush: options: a socket file on which nobody listens is replaced; one in use, or any other file, is not
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$path = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
$try = fn () => TestServer::run('try { $s = new SeatPush\Server(' . var_export($path, true) . ', 0, 1, SeatPush\Server::SOCK_UNIX); echo $s->host, "\n"; } catch (SeatPush\Exception $e) { echo $e->getMessage(), "\n"; }')->stdout();

$live = stream_socket_server("unix://$path");
echo str_replace($path, 'PATH', $try());
var_dump((bool) stream_socket_client("unix://$path"));
fclose($live);
var_dump(filetype($path));    // stale: left behind
echo str_replace($path, 'PATH', $try());
var_dump(file_exists($path));
file_put_contents($path, 'a diary');
echo str_replace($path, 'PATH', $try());
var_dump(file_get_contents($path));
unlink($path);
?>
--EXPECTF--
cannot listen on unix:PATH: another process is listening there; stop it or choose another path
bool(true)
string(6) "socket"
PATH
bool(false)
cannot listen on unix:PATH: %s
string(7) "a diary"
