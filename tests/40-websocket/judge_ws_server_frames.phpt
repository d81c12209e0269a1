--TEST--
SeatPush: websocket: npm's ws accepts the server's frames: fragments, pings with a payload, every length form, a CloseFrame
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
$server->set(['open_websocket_pong_frame' => true]);
$server->on('Open', function ($s, $q) {
    foreach ([0, 125, 126, 65535, 65536, 300000] as $length) {
        $s->push($q->fd, str_repeat('x', $length));
        $s->push($q->fd, str_repeat("\xff", $length), WEBSOCKET_OPCODE_BINARY);
    }
    $s->push($q->fd, 'one, ', 1, 0);
    $s->push($q->fd, 'two, ', 0, 0);
    $s->push($q->fd, 'three', 0, 1);
    $s->ping($q->fd, str_repeat('p', 125));
});
$server->on('Message', function ($s, $f) {
    echo $f->opcode, ' ', strlen($f->data), "\n";
    $close = new SeatPush\CloseFrame();
    $close->code = 4321;
    $close->reason = 'grüß dich';
    $s->push($f->fd, $close);
});
$server->on('Close', function ($s, $fd, $re, $code) { echo "$re $code\n"; });
serve($server);
PHP);
$script = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($script, <<<'JS'
const ws = new (require('ws'))(process.argv[2], {perMessageDeflate: true}); const got = [];
ws.on('message', (d, binary) => got.push(d.length > 20 || d.length === 0 ? (binary ? 'b' : 't') + d.length : String(d)));
ws.on('ping', (d) => got.push('ping ' + d.length));
ws.on('error', (e) => console.log(e.message));
ws.on('close', (code, reason) => console.log(got.join(' ') + '\n' + code + ' ' + reason + ' ' + ws.extensions + ws.protocol));
JS);
echo output_of(['timeout', '20', 'node', $script, "ws://127.0.0.1:$server->port/"], ['NODE_PATH' => '/usr/share/nodejs']);
unlink($script);
$server->stop();
echo $server->stdout();
?>
--EXPECT--
t0 b0 t125 b125 t126 b126 t65535 b65535 t65536 b65536 t300000 b300000 one, two, three ping 125
4321 grüß dich 
10 125
-1 4321
