--TEST--
SeatPush: session: an exception in Handshake and in BeforeHandshakeResponse is a 500, and Open does not run
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['Handshake', 'BeforeHandshakeResponse'] as $event) {
    $server = TestServer::start("\$event = '$event';" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on($event, fn () => throw new DomainException('no seat'));
    $server->on('Open', fn () => print("Open?\n"));
    $server->on('Message', fn () => 1);
    $server->on('Error', function ($s, $e, $event) { echo "$event: ", $e->getMessage(), "\n"; });
    serve($server);
    PHP);
    echo WsClient::upgrade($server->port)->status, ' ', WsClient::upgrade($server->port)->status, "\n";
    $server->stop();
    echo $server->stdout();
}
?>
--EXPECT--
500 500
Handshake: no seat
Handshake: no seat
500 500
BeforeHandshakeResponse: no seat
BeforeHandshakeResponse: no seat
