--TEST--
Example seat-map: on all addresses it names one that a browser opens
--FILE--
<?php
require __DIR__ . '/outside.inc';

$server = new Program(php([EXAMPLES . '/seat-map/server.php', '0', '0.0.0.0']));
$port = $server->until('~^Open http://localhost:(\d+)/ in two browsers~')[1];
echo $server->until('~^From other machines: http://(.+):' . $port . '/$~')[1] === gethostname() ? 'and this machine' : 'another', "\n";
echo str_contains(file_get_contents("http://127.0.0.1:$port/"), 'new WebSocket') ? 'the page' : 'nothing', ', ', $server->stop(), "\n";
?>
--EXPECT--
and this machine
the page, status 0
