--TEST--
SeatPush: websocket: a subprotocol is chosen if it is in any of the offers, exactly; a port may have its own
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['websocket_subprotocol' => 'seats']);
$server->listen('127.0.0.1', 0)->set(['websocket_subprotocol' => 'tills']);
$server->on('Message', fn () => 1);
serve($server);
PHP);
foreach (['seats', 'SEATS', 'seats2', "chat\r\nSec-WebSocket-Protocol: a ,\tseats", 'tills', null] as $offer) {
    foreach (array_values(array_unique($server->ports)) as $port) {
        $head = WsClient::upgrade($port, '/', ['Sec-WebSocket-Protocol' => $offer])->head;
        echo preg_match('/^Sec-WebSocket-Protocol: (.*)\r$/m', $head, $chosen) ? $chosen[1] : 'none', ' ';
    }
    echo json_encode($offer), "\n";
}
?>
--EXPECT--
seats none "seats"
none none "SEATS"
none none "seats2"
seats none "chat\r\nSec-WebSocket-Protocol: a ,\tseats"
none tills "tills"
none none null
