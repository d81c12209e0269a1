--TEST--
SeatPush: Client: a failed connection names its reason: nothing listening, no such name, no answer, an answer that is not a WebSocket's; within its time-out
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

$peer = new Peer();
$raw = fn (string $bytes) => outcome(fn () => new SeatPush\Client("$peer->url/raw-" . bin2hex($bytes), timeout: 10));
$probe = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($probe, false);
echo outcome(fn () => new SeatPush\Client("ws://$address/", timeout: 0.3)), "\n";
echo outcome(fn () => new SeatPush\Client("wss://$address/", timeout: 0.3)), "\n";
fclose($probe);
echo outcome(fn () => new SeatPush\Client("ws://$address/")), "\n";
echo outcome(fn () => new SeatPush\Client('ws://localhost:' . explode(':', $address)[1])), "\n";
echo preg_replace('/: [^:]*$/', ': *', outcome(fn () => new SeatPush\Client('ws://nowhere.invalid/'))), "\n";
echo outcome(fn () => new SeatPush\Client(str_replace('ws:', 'wss:', $peer->url), timeout: 0.3)), "\n";
echo $raw(''), "\n", $raw("hello\r\n\r\n"), "\n", $raw("HTTP/1.1 101 x\r\n"), "\n";
$ok = "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
echo $raw("$ok\r\n"), "\n", $raw("{$ok}Sec-WebSocket-Accept: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"), "\n";
echo $raw("HTTP/1.1 302 Found\r\nLocation: ws://127.0.0.1:1/\r\nContent-Length: 4\r\n\r\ngone"), "\n";
echo $raw("HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnope\r\n3\r\n, x\r\n0\r\n\r\n"), "\n";
echo $raw("HTTP/1.0 503 No\r\n\r\nuntil the end"), "\n", $raw("HTTP/1.1 403 No\r\nContent-Length: 100\r\n\r\nless than that"), "\n";
echo $raw("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnope"), "\n";
?>
--EXPECT--
no WebSocket connection to * within 0.3 s
no WebSocket connection to * within 0.3 s
cannot connect to 127.0.0.1 *: Connection refused
cannot connect to localhost *: Connection refused
the name "nowhere.invalid" cannot be looked up: *
no WebSocket connection to * within 0.3 s
the upgrade with * failed: the server ended the connection
the upgrade with * failed: its answer is not HTTP
the upgrade with * failed: the server ended the connection
the upgrade with * failed: its answer has no Sec-WebSocket-Accept
the upgrade with * failed: its Sec-WebSocket-Accept is wrong
status 302, * refused the upgrade with status 302: gone
status 403, * refused the upgrade with status 403: nope, x
status 503, * refused the upgrade with status 503: until the end
status 403, * refused the upgrade with status 403: less than that
status 500, * refused the upgrade with status 500
