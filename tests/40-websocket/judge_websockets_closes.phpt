--TEST--
SeatPush: websocket: Python's websockets closes with each code, and reports the same as the server's Close
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('python websockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => 1);
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "$re $code $reason\n"; });
serve($server);
PHP);
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, <<<'PY'
import asyncio, sys, websockets
async def main():
    for code in (1000, 1001, 1011, 3000, 4999):
        ws = await websockets.connect(sys.argv[1])
        await ws.close(code, 'reason %d' % code)
        received = getattr(ws, 'close_rcvd', None) or ws.protocol.close_rcvd
        print(ws.close_code if hasattr(ws, 'close_code') else ws.protocol.close_code, received.code)
    ws = await websockets.connect(sys.argv[1])
    ws.transport.abort()
asyncio.run(main())
PY);
echo output_of(['timeout', '20', '/usr/bin/python3', $script, "ws://127.0.0.1:$server->port/"]);
unlink($script);
$server->until('/1006/');
$server->stop();
echo $server->stdout();
?>
--EXPECT--
1000 1000
1001 1001
1011 1011
3000 3000
4999 4999
0 1000 reason 1000
0 1001 reason 1001
0 1011 reason 1011
0 3000 reason 3000
0 4999 reason 4999
0 1006
