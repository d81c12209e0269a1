--TEST--
SeatPush: permessage-deflate: Python's websockets as the client, with each window: sizes, text and noise, fragments
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('python websockets', 'zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_compression' => true, 'compression_min_length' => 0]);
$server->on('Open', fn ($s, $q) => $s->subscribe($q->fd, 'all'));
$server->on('Message', fn ($s, $f) => $f->data === 'publish' ? $s->publish('all', str_repeat("row 7, seat 8 \u{1F3AC} ", 3000)) : $s->push($f->fd, $f->data, $f->opcode));
serve($server);
PHP);
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, <<<'PY'
import asyncio, os, sys, websockets
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory as Deflate
async def talk(ws):
    for size in (0, 1, 125, 126, 511, 513, 65535, 65536, 1000000):
        for data in ('x' * size, os.urandom(size), (b'0123456789' * 100000)[:size]):
            await ws.send(data)
            assert await ws.recv() == data, size
    await ws.send(['row 7 ' * 1000, 'seat ' * 1000, '8'])
    assert await ws.recv() == 'row 7 ' * 1000 + 'seat ' * 1000 + '8'
async def main():
    all = []
    for window in [None, *range(9, 16)]:
        factory = Deflate(server_max_window_bits=window, client_max_window_bits=window or True)
        all.append(await websockets.connect(sys.argv[1], extensions=[factory], max_size=None))
        await talk(all[-1])
    await all[0].send('publish')
    print([await ws.recv() == 'row 7, seat 8 \U0001F3AC ' * 3000 for ws in all])
    print([ws.extensions[0].remote_max_window_bits for ws in all])
    for ws in all:
        await ws.close()
asyncio.run(main())
PY);
echo output_of(['timeout', (string) BOUND, '/usr/bin/python3', $script, "ws://127.0.0.1:$server->port/"]);
unlink($script);
echo $server->stop(), "\n";
?>
--EXPECT--
[True, True, True, True, True, True, True, True]
[15, 9, 10, 11, 12, 13, 14, 15]
0
