--TEST--
SeatPush: websocket: every opcode with every reserved bit: only the six opcodes without reserved bits are known; the rest gets 1002 at the header
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn ($s, $f) => $s->push($f->fd, 'took it'));
serve($server);
PHP);
foreach (['FIN' => true, 'no FIN' => false] as $what => $fin) {
    $known = [];
    for ($opcode = 0; $opcode < 16; $opcode++) {
        for ($rsv = 0; $rsv < 8; $rsv++) {
            // A continuation needs a message to continue; the payload never comes.
            $client = WsClient::connect($server->port)->raw($opcode === 0 ? WsClient::frame(1, 'x', false) : '');
            $client->raw(substr(WsClient::frame($opcode, 'payload', $fin, $rsv), 0, 6))->half();
            $answer = substr($client->text(), 0, 10);
            if ($answer === 'end') {
                $known[] = $rsv > 0 ? "$opcode with $rsv" : $opcode;
            } elseif ($answer !== 'close 1002') {
                echo "$opcode with $rsv: $answer\n";
            }
        }
    }
    echo $what, ': ', implode(' ', $known), "\n";
}
?>
--EXPECT--
FIN: 0 1 2 8 9 10
no FIN: 0 1 2
