--TEST--
SeatPush: regress: a destructor makes timers while all timers are cleared, and at the end
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::run(<<<'PHP'
final class Maker
{
    public function __construct(private SeatPush\Server $server, private int $left = 3) {}

    public function __destruct()
    {
        for ($i = 0; $i < 9; $i++) {
            $next = $this->left > 0 ? new self($this->server, $this->left - 1) : null;
            $this->server->after(1000000, fn () => $next);
        }
        $this->server->defer(fn () => $next);
        echo $this->left;
    }
}
$server = new SeatPush\Server('127.0.0.1', 0);
$maker = new Maker($server, 0);
$server->after(1000000, fn () => $maker);
unset($maker);
for ($i = 0; $i < 20; $i++) {
    $server->after(1000000, fn () => 1);
}
SeatPush\Timer::clearAll();
echo ' ', count(iterator_to_array(SeatPush\Timer::list())), "\n";
SeatPush\Timer::clearAll();
$maker = new Maker($server, 1);
$server->after(1000000, fn () => $maker);
unset($maker);
$server->on('Message', fn () => 1);
$server->on('Start', fn ($server) => $server->shutdown());
$server->start();
PHP);
echo $server->wait(), ' ', $server->stdout();
?>
--EXPECT--
0 0 9
1000000000
