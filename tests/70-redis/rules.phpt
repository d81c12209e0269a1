--TEST--
SeatPush: redis: the rules of topics apply to messages from subscribeRedis() and from another server's Registry, and so do the arguments of push() and subscribeRedis()
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/redis.inc';

$redis = (new TestRedis())->start();
$node = fn () => TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['redis' => 'DSN']);
$server->topic('show_*', windowMs: 100);
$server->subscribeRedis('seats:*');
$server->subscribeRedis('own:*', conflateKey: 'x', windowMs: 100);
$registry = new SeatPush\Registry($server, 'DSN');
$server->on('Message', function ($s, $f) use ($registry) {
    [$how, $key] = explode(' ', $f->data);
    if ($how === 'watch') {
        $s->push($f->fd, json_encode($registry->watch($f->fd, $key)));
        return;
    }
    while ($registry->count($key) < 2) {
        $s->sleep(10);
    }
    foreach (['1', '2', '3'] as $text) {
        $how === 'push' ? $registry->push($key, $text) : $registry->push($key, $text, conflateKey: $text === '2' ? 'x' : '', windowMs: 200);
    }
});
serve($server);
PHP, ['DSN' => $redis->dsn]));
/** Everything that came up to the last message. */
function story(WsClient $client): string
{
    for ($texts = []; end($texts) !== '3';) {
        $texts[] = $client->text();
    }
    return implode(' ', $texts);
}
$here = $node();
$redis->subscribed(3);
$a = WsClient::connect($here->port)->send('watch show_7');
echo $a->text(), "\n";
$redis->cli('EVAL', "for i = 1, 3 do redis.call('PUBLISH', 'seats:show_7', i) end", '0');
echo 'published: ', story($a), "\n";
$a->send('watch hall_7');
echo $a->text(), "\n";
$redis->cli('EVAL', "for i = 1, 3 do redis.call('PUBLISH', 'own:hall_7', i) end", '0');
echo 'with what subscribeRedis() says: ', story($a), "\n";
$there = $node();
$b = WsClient::connect($there->port)->send('watch show_8');
$a->send('watch show_8');
echo $a->text(), $b->text(), "\n";
$a->send('push show_8');
echo 'pushed here: ', story($a), "\n", 'and there: ', in_array(story($b), ['1 3', '1 2 3', '2 3', '3']) ? 'ends with the last' : 'OTHER', "\n";
foreach ([$a, $b] as $client) {
    $client->send('watch other');
    echo $client->text(), "\n";
}
$a->send('own other');
echo 'with a key and a window of its own: ', story($a), ', ', story($b), "\n";
try { (new SeatPush\Registry(new SeatPush\Server('127.0.0.1', 0)))->push('a', 'b', windowMs: -1); } catch (Throwable $e) { echo get_class($e), "\n"; }
foreach ([[null, 'a', 60001], [fn () => null, 'a', null], [fn () => null, null, 0]] as [$callback, $key, $ms]) {
    try { (new SeatPush\Server('127.0.0.1', 0))->subscribeRedis('a:*', $callback, null, $key, $ms); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
$here->stop();
$there->stop();
?>
--EXPECT--
true
published: 1 3
true
with what subscribeRedis() says: 1 3
truetrue
pushed here: 1 3
and there: ends with the last
true
true
with a key and a window of its own: 1 2 3, 1 2 3
SeatPush\Exception
ValueError: SeatPush\Server::subscribeRedis(): Argument #5 ($windowMs) must be from 0 to 60000 milliseconds
ValueError: SeatPush\Server::subscribeRedis(): Argument #4 ($conflateKey) and windowMs are for topics: with a callback give them to its publish()
ValueError: SeatPush\Server::subscribeRedis(): Argument #4 ($conflateKey) and windowMs are for topics: with a callback give them to its publish()
