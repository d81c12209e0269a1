--TEST--
SeatPush: session: a callback may drop the last reference to its own object
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::start(<<<'PHP'
class Handler
{
    public string $name = 'handler';
    public function __construct(public SeatPush\Server $server) {}
    public function tick(): void
    {
        SeatPush\Timer::clearAll();
        gc_collect_cycles();
        echo $this->name, "\n";
        $this->server->shutdown();
    }
    public function __destruct() { echo "gone\n"; }
}
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$server->tick(1, [new Handler($server), 'tick']);
serve($server);
PHP);
echo $server->wait(), "\n", $server->stdout(), $server->log('ERROR');
?>
--EXPECT--
0
handler
gone
