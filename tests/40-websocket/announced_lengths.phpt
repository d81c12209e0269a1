--TEST--
SeatPush: websocket: lengths above the limit are refused as soon as they are announced, and nothing is allocated for them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    preg_match('/VmPeak:\s+(\d+)/', file_get_contents('/proc/self/status') ?: '', $peak);
    $s->push($f->fd, json_encode((int) ($peak[1] ?? 0)));
});
serve($server);
PHP);
$before = (int) WsClient::connect($server->port)->send('x')->text();
foreach (['2^63 - 1' => "\x82\xff\x7f" . str_repeat("\xff", 7), '2^64 - 1' => "\x82\xff" . str_repeat("\xff", 8), '2 GiB' => "\x82\xff" . pack('J', 2 << 30), 'the limit and 1' => "\x82\xff" . pack('J', (2 << 20) + 1)] as $what => $head) {
    echo $what, ': ', substr(WsClient::connect($server->port)->raw($head . 'k3y!')->text(), 0, 10), "\n";
}
for ($i = 0; $i < 50; $i++) {
    $announcing[] = WsClient::connect($server->port)->raw("\x82\xff" . pack('J', 2 << 20) . 'k3y!only');
}
$after = (int) WsClient::connect($server->port)->send('x')->text();
echo $after - $before < 20000 ? 'nothing allocated' : $after - $before . ' KiB', "\n";
?>
--EXPECT--
2^63 - 1: close 1009
2^64 - 1: close 1002
2 GiB: close 1009
the limit and 1: close 1009
nothing allocated
