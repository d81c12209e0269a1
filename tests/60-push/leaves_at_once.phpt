--TEST--
SeatPush: push: a callback that runs for long has its messages sent meanwhile: when much waits, and when the last time was a while ago
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$folder = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
mkdir($folder);
$server = TestServer::start('$folder = ' . var_export($folder, true) . ';' . <<<'PHP'
function heard(string $flag): string    // whether the client says so while this callback still runs
{
    for ($end = microtime(true) + 30; !file_exists($flag); usleep(500)) {
        if (microtime(true) > $end) {
            return 'late';
        }
    }
    return 'at once';
}
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 0]);
$server->on('Message', function ($s, $f) use ($folder) {
    $s->push($f->fd, str_repeat('x', 100000));
    echo 'much: ', heard("$folder/much"), "\n";
    usleep(10000);
    $s->push($f->fd, 'little');
    echo 'little, a while after: ', heard("$folder/little"), "\n";
    foreach ($s->connections as $fd) {
        $fd === $f->fd || $s->push($fd, 'another');
    }
    $s->push($f->fd, 'end');
});
serve($server);
PHP);
$other = WsClient::connect($server->port);
$client = WsClient::connect($server->port)->send('go');
if (strlen($client->text()) === 100000) {
    touch("$folder/much");
}
if ($client->text() === 'little') {
    touch("$folder/little");
}
echo $client->text(), ' ', $other->text(), "\n";
$server->stop();
array_map('unlink', glob("$folder/*"));
rmdir($folder);
echo $server->stdout();
?>
--EXPECT--
end another
much: at once
little, a while after: at once
