--TEST--
SeatPush: websocket: control frames, empty fragments and messages each have a rate limit; above it the connection gets 1008, and is counted
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->listen('127.0.0.1', 0)->set(['message_rate' => 20]);
$server->listen('127.0.0.1', 0)->set(['control_frame_rate' => 5]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data === 'count' ? 'floods: ' . $s->stats()['flood_count'] : strlen($f->data)));
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "Close $code $re\n"; });
serve($server);
PHP);
[$plain, $messages, $control] = $server->ports;
function last(WsClient $client): string
{
    for ($n = 0; ($text = $client->text()) !== 'end' && !str_starts_with($text, 'close'); $n++);
    return "$text after " . ($n <= 128 ? 'few' : $n);
}
// Messages sent together may still fall into two seconds: three times the limit is too much in any case.
$all = WsClient::connect($plain)->raw(str_repeat(WsClient::frame(9, ''), 64));
for ($i = 0; $i < 64; $i++) {
    $all->text() === 'pong ' || print("no pong\n");
}
echo 'pings: ', last(WsClient::connect($plain)->raw(str_repeat(WsClient::frame(9, ''), 192))), "\n";
echo 'pongs: ', last(WsClient::connect($plain)->raw(str_repeat(WsClient::frame(10, ''), 192))), "\n";
echo 'empty fragments: ', last(WsClient::connect($plain)->raw(WsClient::frame(1, '', false) . str_repeat(WsClient::frame(0, '', false), 192))), "\n";
echo 'other port, pings: ', last(WsClient::connect($control)->raw(str_repeat(WsClient::frame(9, ''), 15))), "\n";
echo 'messages: ', last(WsClient::connect($messages)->raw(str_repeat(WsClient::frame(1, 'x'), 60))), "\n";
echo 'fragments: ', last(WsClient::connect($messages)->raw(WsClient::frame(1, 'x', false) . str_repeat(WsClient::frame(0, 'x', false), 60))), "\n";
echo 'messages without a limit: ', WsClient::connect($plain)->raw(str_repeat(WsClient::frame(1, ''), 1000) . WsClient::frame(1, 'count'))->bytes(3 * 1000) === str_repeat("\x81\x010", 1000) ? 'served' : 'not served', "\n";
echo WsClient::connect($plain)->send('count')->text(), "\n";
echo $server->until('/(Close 1008 -1\n.*){6}/s') ? 'Close 1008 -1' : '', "\n";
?>
--EXPECT--
pings: close 1008 too many control frames or empty fragments after few
pongs: close 1008 too many control frames or empty fragments after few
empty fragments: close 1008 too many control frames or empty fragments after few
other port, pings: close 1008 too many control frames or empty fragments after few
messages: close 1008 too many messages after few
fragments: close 1008 too many messages after few
messages without a limit: served
floods: 6
Close 1008 -1
