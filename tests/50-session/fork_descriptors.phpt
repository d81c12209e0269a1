--TEST--
SeatPush: session: a child that a callback forked and that lives on keeps neither clients nor the port: both end when the parent ends them
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    if ($f->data === 'fork') {
        $child = pcntl_fork();
        if ($child === 0) {
            fgets(STDIN);       // until the test ends
            exit;
        }
        $s->push($f->fd, (string) $child);
    }
    if ($f->data === 'bye') {
        $s->disconnect($f->fd);
    }
});
serve($server);
PHP);
$idle = WsClient::connect($server->port);
$client = WsClient::connect($server->port)->send('fork');
$child = (int) $client->text();
// The close handshake is not answered: it is the server that ends the connection.
echo $client->send('bye')->text(), ', ', $client->close()->text(), "\n";
exec("kill $server->pid");
echo $idle->text(), ', ', $idle->close()->text(), "\n";
for ($end = microtime(true) + BOUND; ($taken = @stream_socket_client("tcp://127.0.0.1:$server->port")) && microtime(true) < $end; fclose($taken));
echo $taken ? 'somebody listens' : 'nobody listens', "\n";
exec("kill -0 $child", $lines, $status);
echo $status === 0 ? 'the child lives' : 'the child is gone', "\n";
$next = new SeatPush\Server('127.0.0.1', $server->port);
echo $next->port === $server->port ? 'the port is free' : '', "\n";
exec("kill -9 $child");
echo $server->wait(), "\n";
?>
--EXPECT--
close 1000, end
close 1001 server is stopping, end
nobody listens
the child lives
the port is free
0
