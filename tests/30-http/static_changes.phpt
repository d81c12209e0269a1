--TEST--
SeatPush: http: static files: a slow client holds one piece of a file; one that is deleted or replaced is sent to its end, one that is cut or changed ends the connection
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/static_files.inc';

const SIZE = 20000000;
$content = str_repeat('0123456789', SIZE / 10);
$site = new Site(['a.mp4' => $content, 'b.mp4' => $content, 'c.mp4' => $content, 'd.mp4' => $content]);
$site->server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['enable_static_handler' => true, 'document_root' => 'ROOT', 'http_autoindex' => false]);
$server->on('Request', fn ($q, $r) => $r->end($server->stats()['queued_bytes'] <= 6 * 65536 + 5000 ? 'little' : 'much'));
$server->on('Shutdown', function () { echo count(preg_grep('/\.mp4/', array_map(fn ($fd) => (string) @readlink($fd), glob('/proc/self/fd/*')))), " of them open\n"; });
serve($server);
PHP, ['ROOT' => $site->root]));
$port = $site->server->port;
$clients = [];
foreach (['deleted' => 'a', 'replaced' => 'b', 'cut' => 'c', 'changed' => 'd', 'left' => 'd', 'changed in the second part' => 'd'] as $what => $name) {
    $range = str_contains($what, 'part') ? ['Range' => 'bytes=0-9999999,10000000-19999998'] : [];
    $clients[$what] = (new HttpClient($port))->request('GET', "/$name.mp4", ['Connection' => 'close'] + $range);
    $clients[$what]->upTo("\r\n\r\n");
}
for ($n = 0, $said = []; $n < 20; $n++) {
    $clients['left']->bytes(100000);
    $said[] = HttpClient::get($port, '/stats')['body'];
}
echo implode(' ', array_unique($said)), " waits\n";
$clients['left']->shut();
unset($clients['left']);
unlink("$site->root/a.mp4");
file_put_contents("$site->root/new", str_repeat('x', SIZE));
rename("$site->root/new", "$site->root/b.mp4");
ftruncate(fopen("$site->root/c.mp4", 'r+'), SIZE / 2);
$d = fopen("$site->root/d.mp4", 'r+');
fseek($d, SIZE - 1);
fwrite($d, 'x');
fclose($d);
foreach ($clients as $what => $client) {
    $body = $client->rest();
    echo "$what: ", $body === $content ? 'whole' : (strlen($body) < SIZE && !str_contains($body, 'x') ? 'ends' : 'something else'), "\n";
}
echo HttpClient::get($port, '/stats')['status'], "\n";
$site->server->stop();
echo $site->server->stdout(), $site->server->log('file');
?>
--EXPECT--
little waits
deleted: whole
replaced: whole
cut: ends
changed: ends
changed in the second part: ends
200
0 of them open
WARNING seatpush: a file could not be sent completely: it has changed meanwhile; its connection was closed
WARNING seatpush: a file could not be sent completely: it has changed meanwhile; its connection was closed
WARNING seatpush: a file could not be sent completely: it has changed meanwhile; its connection was closed
