--TEST--
SeatPush: push: a registry in memory: keys are topics, closed connections watch nothing, bad input is reported
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$registry = new SeatPush\Registry($server);
$server->on('Message', function ($s, $f) use ($registry) {
    [$what, $rest] = explode(' ', $f->data, 2) + [1 => null];
    $s->push($f->fd, json_encode(match ($what) {
        'watch' => $registry->watch($f->fd, $rest),
        'unwatch' => $registry->unwatch($f->fd, $rest),
        'keys' => $registry->keys($f->fd),
        'count' => [$registry->count($rest), $s->subscriberCount($rest)],
        'mine' => $registry->watchers($rest) === [$f->fd],
        'push' => $registry->push($rest, 'refresh'),
        'others' => $registry->push($rest, 'refresh', 2, $f->fd),
        'gone' => [$registry->watch(1, 'x'), $s->getLastError(), $registry->unwatch(1), $registry->keys(1)],
    }));
});
$server->on('Close', function ($s, $fd) use ($registry) { echo 'close: ', json_encode([$registry->keys($fd), $registry->count('m')]), "\n"; });
foreach ([fn () => $registry->count(''), fn () => $registry->push('m', "\xff"), fn () => new SeatPush\Registry($server, 'nowhere'),
    fn () => new SeatPush\Registry($server, 'redis://a', 'a b'), fn () => clone $registry, fn () => $registry->x = 1] as $try) {
    try { $try(); echo "taken\n"; } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
serve($server);
PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
echo $a->send('watch m')->text(), $b->send('watch m')->text(), $a->send('watch n')->text(), ' ', $a->send('keys')->text(), $a->send('count m')->text(), $a->send('mine n')->text(), "\n";
$b->send('push m');
echo $a->text(), ' ', $b->text(), ' ', $b->text(), ' ', $b->send('gone')->text(), "\n";
$b->close();
$server->until('/close/');
echo $a->send('count m')->text(), $a->send('unwatch m')->text(), $a->send('unwatch m')->text(), $a->send('keys')->text(), $a->send('unwatch')->text(), $a->send('keys')->text(), "\n";
echo $server->stdout();
?>
--EXPECT--
truetruetrue ["m","n"][2,2]true
refresh refresh 2 [false,1001,false,[]]
[1,1]truefalse["n"]true[]
SeatPush\Exception: count() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
SeatPush\Exception: push() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
ValueError: SeatPush\Registry::__construct(): Argument #2 ($dsn) must be the address of a Redis: it does not begin with redis://, rediss:// or unix://; a Redis address is redis://[user:password@]host[:port][/database] (rediss:// for TLS) or unix:///path[?db=database]
ValueError: SeatPush\Registry::__construct(): Argument #3 ($prefix) must be 1 to 64 of A-Z a-z 0-9 _ . - :
Error: Trying to clone an uncloneable object of class SeatPush\Registry
Error: Cannot create dynamic property SeatPush\Registry::$x
close: [["m"],1]
