--TEST--
SeatPush: permessage-deflate: npm's ws as the client, with each window: sizes, text and noise, fragments, control frames in between, a bomb
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('node ws', 'zlib');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_compression' => true, 'package_max_length' => 2 << 20, 'compression_min_length' => 0]);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data, $f->opcode));
serve($server);
PHP);
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, <<<'JS'
const WebSocket = require('ws'), crypto = require('crypto'), url = process.argv[2];
const sizes = [0, 1, 125, 126, 127, 511, 512, 513, 1024, 65535, 65536, 1000000];
function talk(options) {
  return new Promise((done) => {
    const ws = new WebSocket(url, {perMessageDeflate: options}); let sent = [], echoed = 0, wrong = 0;
    const send = (d, binary) => { sent.push([Buffer.from(d), binary]); ws.send(d, {binary}); };
    ws.on('open', () => {
      for (const s of sizes) { send(Buffer.alloc(s, 'seat '), false); send(crypto.randomBytes(s), true); }
      ws.send('row 7 '.repeat(1000), {fin: false}); ws.ping('p'); ws.send('seat 8', {fin: true});
      sent.push([Buffer.from('row 7 '.repeat(1000) + 'seat 8'), false]);
    });
    ws.on('message', (d, binary) => {
      const [expected, kind] = sent[echoed++];
      if (!expected.equals(d) || binary !== kind) wrong++;
      if (echoed === sent.length) { console.log(`${ws.extensions}: ${echoed} echoed, ${wrong} wrong`); ws.send(Buffer.alloc(3 << 20)); }
    });
    ws.on('close', (code) => { console.log('closed ' + code); done(); });
    ws.on('error', (e) => console.log('error ' + e.message));
  });
}
(async () => {
  await talk({threshold: 0});
  for (const serverMaxWindowBits of [9, 10, 12, 15]) await talk({threshold: 0, serverMaxWindowBits, clientMaxWindowBits: serverMaxWindowBits});
  await talk({threshold: 0, serverNoContextTakeover: true, clientNoContextTakeover: true});
})();
JS);
echo output_of(['timeout', (string) BOUND, 'node', $script, "ws://127.0.0.1:$server->port/"], ['NODE_PATH' => '/usr/share/nodejs']);
unlink($script);
echo $server->stop(), "\n";
?>
--EXPECT--
permessage-deflate: 25 echoed, 0 wrong
closed 1009
permessage-deflate: 25 echoed, 0 wrong
closed 1009
permessage-deflate: 25 echoed, 0 wrong
closed 1009
permessage-deflate: 25 echoed, 0 wrong
closed 1009
permessage-deflate: 25 echoed, 0 wrong
closed 1009
permessage-deflate: 25 echoed, 0 wrong
closed 1009
0
