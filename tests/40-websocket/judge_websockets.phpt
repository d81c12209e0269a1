--TEST--
SeatPush: websocket: Python's websockets as the client: sizes, fragments, ping, close codes
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
$server->on('Message', function ($s, $f) {
    $f->data === 'bye' ? $s->disconnect($f->fd, 4002, 'as you wish') : $s->push($f->fd, $f->data, $f->opcode);
});
serve($server);
PHP);
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, <<<'PY'
import asyncio, sys, websockets
async def main():
    async with websockets.connect(sys.argv[1]) as ws:
        for size in (0, 1, 125, 126, 65535, 65536, 1000000):
            for data in ('x' * size, b'\xff' * size):
                await ws.send(data)
                assert await ws.recv() == data, size
        await ws.send(['frag', 'men', 'ts'])
        print(await ws.recv())
        await (await ws.ping('p'))
        await ws.send('bye')
        try:
            await ws.recv()
        except websockets.ConnectionClosed as e:
            print(e.rcvd.code, e.rcvd.reason)
asyncio.run(main())
PY);
echo output_of(['timeout', '20', '/usr/bin/python3', $script, "ws://127.0.0.1:$server->port/"]);
unlink($script);
echo $server->stop(), "\n";
?>
--EXPECT--
fragments
4002 as you wish
0
