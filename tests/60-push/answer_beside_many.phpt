--TEST--
SeatPush: push: an answer after a message to many: its client gets it, everyone gets the message, and a connection with both gets them in order
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// Which of them is written to first: tests/unit/test_tick.c.
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $text = str_repeat('x', 60000); // 18 MB: several slices of the flush
    switch ($f->data) {
        case 'join':
            $s->subscribe($f->fd, 'all');
            break;
        case 'publish':
            $s->publish('all', $text);
            break;
        case 'push':
            foreach ($s->subscribers('all') as $fd) {
                $s->push($fd, $text);
            }
    }
    $s->push($f->fd, "answer to $f->data");
});
serve($server);
PHP);
$asker = WsClient::connect($server->port);
for ($i = 0; $i < 300; $i++) {
    $clients[$i] = WsClient::connect($server->port)->send('join');
    $clients[$i]->text();
}
foreach (['publish', 'push'] as $how) {
    echo $asker->send($how)->text(), "\n";
    echo count(array_filter($clients, fn ($client) => strlen($client->text()) === 60000)), "\n";
}
$asker->send('join')->text();
foreach (['publish', 'push'] as $how) {
    $asker->send($how);
    echo strlen($asker->text()), ' ', $asker->text(), "\n";
}
?>
--EXPECT--
answer to publish
300
answer to push
300
60000 answer to publish
60000 answer to push
