--TEST--
SeatPush: websocket: the first of a port's own that is offered is chosen, whatever the client's order; a log line once if none is
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_subprotocol' => 'seats']);
$server->listen('127.0.0.1', 0)->set(['websocket_subprotocol' => ['tills', 'seats', 'mqtt']]);
$server->on('Message', fn () => 1);
serve($server);
PHP);
foreach (['seats', 'SEATS', 'seats2', "chat\r\nSec-WebSocket-Protocol: a ,\tseats", 'tills', 'mqtt, seats', "mqtt\r\nSec-WebSocket-Protocol: tills", null] as $offer) {
    foreach (array_values(array_unique($server->ports)) as $port) {
        $head = WsClient::upgrade($port, '/', ['Sec-WebSocket-Protocol' => $offer])->head;
        echo preg_match('/^Sec-WebSocket-Protocol: (.*)\r$/m', $head, $chosen) ? $chosen[1] : 'none', ' ';
    }
    echo json_encode($offer), "\n";
}
$server->stop();
echo $server->log('subprotocol');
?>
--EXPECT--
seats seats "seats"
none none "SEATS"
none none "seats2"
seats seats "chat\r\nSec-WebSocket-Protocol: a ,\tseats"
none tills "tills"
seats seats "mqtt, seats"
none tills "mqtt\r\nSec-WebSocket-Protocol: tills"
none none null
WARNING seatpush: a client offered the subprotocols "SEATS" and none of them was chosen; browsers end such a connection. Name them in websocket_subprotocol, or set Sec-WebSocket-Protocol in BeforeHandshakeResponse (logged once)
