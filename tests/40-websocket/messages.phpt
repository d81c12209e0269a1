--TEST--
SeatPush: websocket: text, binary, empty, 16 MiB, fragments with a ping in between
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 16 << 20]);
$server->on('Message', function ($s, $f) {
    $s->push($f->fd, json_encode([strlen($f->data), md5($f->data), $f->opcode, $f->flags, $f->finish]));
    if ($f->data === 'binary') {
        $s->push($f->fd, "\xff\x00", WEBSOCKET_OPCODE_BINARY);
    }
});
serve($server);
PHP);
$client = WsClient::connect($server->port);
echo $client->send('hello')->text(), "\n", $client->send('')->text(), "\n";
echo $client->sendFrame(2, 'binary')->text(), ' ', bin2hex($client->text()), "\n";
$big = str_repeat('0123456789abcdef', 1 << 20);
echo $client->send($big)->text() === json_encode([16 << 20, md5($big), 1, 33, true]) ? 'big' : 'not big', "\n";
$client->sendFrame(1, 'one ', false)->sendFrame(9, 'between')->sendFrame(0, 'two', false)->sendFrame(0, '');
echo $client->text(), ' ', $client->text(), "\n";
echo $client->send("$big.")->text(), "\n";
?>
--EXPECT--
[5,"5d41402abc4b2a76b9719d911017c592",1,33,true]
[0,"d41d8cd98f00b204e9800998ecf8427e",1,33,true]
[6,"9d7183f16acce70658f686ae7f1a4d20",2,33,true] ff00
big
pong between [7,"aae2c33a105ad3f28f39402d67a24b20",1,33,true]
close 1009 message is too big
