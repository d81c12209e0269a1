--TEST--
SeatPush: session: when max_concurrency callbacks wait, the client of a closing connection is still heard; connections that end meanwhile hold up nobody
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_concurrency' => 1, 'close_timeout' => 20]);
$keep = [];
$server->on('Message', function ($s, $f) use (&$keep) {
    if ($f->data === 'wait') {
        $s->push($f->fd, 'waits');
        $s->sleep(1000);
        foreach ($s->connections as $fd) {
            isset($keep[$fd]) || $s->disconnect($fd);
        }
    }
    $keep[$f->fd] = true;
    $s->push($f->fd, $f->data);
});
$server->on('Open', function ($s, $q) { if ($q->server['path_info'] === '/close') $s->after(200, fn () => $s->disconnect($q->fd)); });
serve($server);
PHP);
$last = WsClient::connect($server->port)->send('keep');
$last->text();
$waits = WsClient::connect($server->port);
for ($i = 0; $i < 8; $i++) {
    $starved[] = WsClient::connect($server->port);
}
$closing = WsClient::connect($server->port, '/close');
$waits->send('wait')->text();
foreach ($starved as $client) {
    $client->send('x');
}
usleep(50000);
$last->send('served');
echo $closing->text(), ', ', $closing->close()->text(), "\n";
$read = [$waits->stream];
$none = null;
$waited = stream_select($read, $none, $none, 0);
echo $waited ? 'after' : 'before', " the wait\n";
$begin = microtime(true);
echo $last->text(), ' ', microtime(true) - $begin < 4 * time_factor() ? 'soon' : 'late', "\n";
?>
--EXPECT--
close 1000, end
before the wait
served soon
