--TEST--
SeatPush: TLS: judged by npm's ws, Python's websockets and libwebsockets, which check the certificate and end in order
--EXTENSIONS--
seatpush
openssl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('TLS', 'node ws', 'python websockets', 'libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TestServer::start(strtr(secure_script("['package_max_length' => 4 << 20]", <<<'PHP'
$server->on('Close', function ($server, $fd, $reactor, $code) { echo "Close $code\n"; });
PHP), ['json_encode(eval("return $frame->data;"))' => '$frame->data, $frame->opcode']));
$url = "wss://localhost:$server->port/";
file_put_contents("$in/judge.py", <<<'PY'
import asyncio, ssl, sys, websockets
async def main():
    async with websockets.connect(sys.argv[1], ssl=ssl.create_default_context(cafile=sys.argv[2])) as ws:
        for size in (0, 1, 125, 16384, 65536, 1000000):
            for data in ('x' * size, b'\xff' * size):
                await ws.send(data)
                assert await ws.recv() == data, size
        await (await ws.ping('p'))
    print('websockets:', ws.close_code)
asyncio.run(main())
PY);
file_put_contents("$in/judge.js", <<<'JS'
const WebSocket = require('ws'), sizes = [0, 1, 125, 16384, 65536, 1000000];
const ws = new WebSocket(process.argv[2], { ca: require('fs').readFileSync(process.argv[3]) });
let right = 0;
ws.on('open', () => sizes.forEach(size => ws.send(Buffer.alloc(size, 'x'))));
ws.on('message', data => { right += data.length === sizes[right]; if (right === sizes.length) ws.close(4001); });
ws.on('close', code => console.log('ws:', right, code));
ws.on('error', error => console.log('ws:', error.message));
JS);
echo output_of(['timeout', '60', '/usr/bin/python3', "$in/judge.py", $url, "$in/here.pem"]);
echo output_of(['timeout', '60', 'node', "$in/judge.js", $url, "$in/here.pem"], ['NODE_PATH' => '/usr/share/nodejs']);
$client = new SeatPush\Client($url, cafile: "$in/here.pem");
foreach ([0, 1, 16384, 1000000] as $size) {
    $client->send($sent = str_repeat('x', $size));
    $right[] = $client->recv()->data === $sent;
}
$client->close();
echo 'libwebsockets: ', json_encode($right), "\n";
$server->until('/Close 1000\nClose 4001\nClose 1000/');
echo $server->stop(), "\n", $server->stdout(), $server->log('WARNING|ERROR|TLS');
?>
--EXPECT--
websockets: 1000
ws: 6 4001
libwebsockets: [true,true,true,true]
0
Close 1000
Close 4001
Close 1000
bool(true)
