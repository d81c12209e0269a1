--TEST--
SeatPush: push: a client that resets during push() is gone; Close runs once, after the callback
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$flag = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
$server = TestServer::start('$flag = ' . var_export($flag, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) use ($flag) {
    $s->push($f->fd, 'unread');
    $s->push($f->fd, str_repeat('x', 100000));    // leaves at once
    for ($end = microtime(true) + 20; !file_exists($flag) && microtime(true) < $end; usleep(500));
    for ($n = 0; $n < 100 && $s->push($f->fd, str_repeat('x', 65536)); $n++);
    echo json_encode([$n < 100, $s->getLastError(), $s->exists($f->fd)]), "\n";
});
$server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
$client->bytes(5000);
$client->shut();    // with bytes unread, which is a reset
touch($flag);
$server->until('/Close/');
$other = WsClient::connect($server->port);
echo $other->status, "\n";
$server->stop();
unlink($flag);
echo $server->stdout();
?>
--EXPECT--
101
[true,1001,false]
Close 1006
Close 1001
