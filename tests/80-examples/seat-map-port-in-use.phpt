--TEST--
Example seat-map: a port in use is one line and status 1
--FILE--
<?php
require __DIR__ . '/outside.inc';

$other = stream_socket_server('tcp://127.0.0.1:0');
$port = explode(':', stream_socket_get_name($other, false))[1];
exec(implode(' ', array_map('escapeshellarg', php([EXAMPLES . '/seat-map/server.php', $port]))) . ' 2>&1', $lines, $status);
echo str_replace($port, 'PORT', implode("\n", $lines)), "\nstatus $status\n";
?>
--EXPECTF--
%sPORT%s
status 1
