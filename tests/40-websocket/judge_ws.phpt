--TEST--
SeatPush: websocket: npm's ws as the client: sizes, fragments, ping, close codes both ways
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('node ws');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 2 << 20]);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'bye') {
        $s->disconnect($f->fd, 4002, 'as you wish');
    } else {
        $s->push($f->fd, $f->data, $f->opcode);
    }
});
$server->on('Close', function ($s, $fd, $re, $code, $reason) { echo "$code $reason\n"; });
serve($server);
PHP);
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, <<<'JS'
const WebSocket = require('ws'), url = process.argv[2], sizes = [0, 1, 125, 126, 127, 65535, 65536, 1000000];
const ws = new WebSocket(url); let n = 0, echoed = 0;
ws.on('open', () => { for (const s of sizes) ws.send(Buffer.alloc(s, 'x'), {binary: n++ % 2 === 0});
  ws.send('one ', {fin: false}); ws.ping('p'); ws.send('two', {fin: true}); });
ws.on('pong', (d) => console.log('pong ' + d));
ws.on('message', (d, binary) => { if (echoed < sizes.length) { if (d.length !== sizes[echoed] || binary !== (echoed % 2 === 0)) console.log('wrong', echoed); echoed++; }
  else { console.log(echoed + ' echoed, ' + d); ws.send('bye'); } });
ws.on('close', (code, reason) => { console.log('closed ' + code + ' ' + reason); const again = new WebSocket(url); again.on('open', () => again.close(4003, 'mine')); again.on('close', (c, r) => console.log('closed ' + c + ' ' + r)); });
JS);
echo output_of(['timeout', '20', 'node', $script, "ws://127.0.0.1:$server->port/"], ['NODE_PATH' => '/usr/share/nodejs']);
unlink($script);
$server->stop();
echo $server->stdout();
?>
--EXPECT--
pong p
8 echoed, one two
closed 4002 as you wish
closed 4003 
4002 as you wish
4003 mine
