--TEST--
SeatPush: push: windowMs: what is published until the connections are closed is sent, even in BeforeShutdown and after shutdown()
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
// After shutdown() the newer state replaces "first", unless that has left its queue already.
foreach (['shutdown', 'signal'] as $how) {
    $server = TestServer::start(<<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->topic('show', windowMs: 60000);
    $server->on('Open', function ($s, $r) { $s->subscribe($r->fd, 'show'); });
    $server->on('Message', function ($s, $f) {
        $s->publish('show', 'first');
        if ($f->data === 'shutdown') {
            $s->shutdown();
            $s->publish('show', 'behind shutdown()');
        }
        $s->publish('show', 'another key', conflateKey: 'x');
        $s->push($f->fd, 'pushed');
    });
    $server->on('BeforeShutdown', function ($s) { $s->publish('show', 'goodbye', conflateKey: 'goodbye'); });
    serve($server);
    PHP);
    $client = WsClient::connect($server->port)->send($how);
    for ($texts = []; ! str_starts_with(end($texts) ?: '', 'close'); ) {
        $texts[] = $client->text();
        if ($how === 'signal' && end($texts) === 'pushed') {
            $server->signal(15);
        }
    }
    echo preg_replace('/^first, (?=.*behind)/', '', implode(', ', $texts)), "\n";
    $server->wait();
}
?>
--EXPECT--
pushed, behind shutdown(), another key, goodbye, close 1001 server is stopping
first, pushed, another key, goodbye, close 1001 server is stopping
