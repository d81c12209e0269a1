--TEST--
SeatPush: session: the script may drop the server object in a callback: it goes on serving until it is stopped
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
class Hall extends SeatPush\Server
{
    public function __destruct() { echo "gone\n"; }
}
$GLOBALS['hall'] = new Hall('127.0.0.1', 0);
$hall->on('Message', function ($s, $f) {
    unset($GLOBALS['hall']);
    $fd = $f->fd;
    unset($f);
    $s->push($fd, 'still here');
    unset($s);
    gc_collect_cycles();
});
$hall->on('Close', fn () => print("Close\n"));
(fn () => serve($GLOBALS['hall']))();
gc_collect_cycles();
echo "after\n";
PHP);
$client = WsClient::connect($server->port);
echo $client->send('x')->text(), ', ', $client->send('y')->text(), "\n";
$client->close()->rest();
echo $server->stop(), "\n", $server->stdout();
?>
--EXPECT--
still here, still here
0
Close
gone
after
