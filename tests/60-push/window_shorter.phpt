--TEST--
SeatPush: push: windowMs: a message with a shorter window does not wait for the end of a longer one, and takes with it what is held
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $s->subscribe($f->fd, 'show');
    $s->publish('show', 'first', windowMs: 60000);
    $s->publish('show', 'held', conflateKey: 'x', windowMs: 60000);
    $s->publish('show', 'in a hurry', windowMs: 20);
    $s->publish('show', 'not in a hurry', conflateKey: 'y', windowMs: 60000);
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('go');
for ($i = 0; $i < 4; $i++) {
    echo $client->text(), "\n";
}
?>
--EXPECT--
first
held
in a hurry
not in a hurry
