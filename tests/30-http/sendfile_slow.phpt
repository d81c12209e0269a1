--TEST--
SeatPush: http: sendfile() holds one piece of the file for a slow client; a file that becomes shorter ends the connection
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$file = sys_get_temp_dir() . '/seatpush-' . getmypid() . '.mp4';
file_put_contents($file, str_repeat('0123456789', 5000000));
$server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) use ($server) {
    if ($q->server['path_info'] === '/stats') {
        $r->end($server->stats()['queued_bytes'] <= 2 * 65536 + 1000 ? 'little' : 'much');
    } else {
        $r->sendfile('FILE');
    }
});
serve($server);
PHP, ['FILE' => $file]));
$slow = (new HttpClient($server->port))->request('GET', '/');
$slow->upTo("\r\n\r\n");
$cut = (new HttpClient($server->port))->request('GET', '/');
$cut->upTo("\r\n\r\n");
for ($n = 0, $said = []; $n < 20; $n++) {
    $slow->bytes(100000);
    $said[] = HttpClient::get($server->port, '/stats')['body'];
}
echo implode(' ', array_unique($said)), ' waits', "\n";
file_put_contents($file, 'short');
foreach ([$cut, $slow] as $client) {
    echo strlen($client->rest()) < 40000000 ? 'cut' : 'whole', "\n";
}
echo HttpClient::get($server->port, '/stats')['status'], "\n";
$server->stop();
echo $server->log('file');
unlink($file);
?>
--EXPECT--
little waits
cut
cut
200
WARNING seatpush: a file could not be sent completely: it has become shorter; its connection was closed
WARNING seatpush: a file could not be sent completely: it has become shorter; its connection was closed
