--TEST--
SeatPush: redis: killed in a burst, stopped for longer than the time-out, CLIENT KILL, output buffer overrun, a changed password: every command is answered or says what happened, and answers are not mixed up
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
$server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$redis = new SeatPush\Redis('DSN', 1.5);
$server->on('Message', function ($s, $f) use ($redis) {
    if ($f->data === 'burst') {
        // 400 callbacks count until Redis is gone.
        $known = $unknown = 0; $texts = []; $left = 400;
        for ($i = 0; $i < 400; $i++) {
            $s->defer(function () use ($s, $f, $redis, &$known, &$unknown, &$texts, &$left) {
                try {
                    for (;;) { $last = $redis->incr('n'); $known++; }
                } catch (SeatPush\RedisException $e) {
                    $texts[preg_replace('/unix:\S+?(,? |$)/', 'REDIS ', $e->getMessage())] = 1;
                    $unknown++;
                }
                if (--$left === 0) { $s->push($f->fd, json_encode([$known, $unknown, array_keys($texts)])); }
            });
        }
    } elseif ($f->data === 'burst?') {
        $s->push($f->fd, (string) $redis->get('n'));
    } else {
        [$name, $args] = explode(' ', $f->data, 2) + [1 => '[]'];
        try { $s->push($f->fd, json_encode($redis->command($name, ...json_decode($args)))); }
        catch (SeatPush\RedisException $e) { $s->push($f->fd, preg_replace('/unix:\S+?(,? |$)/', 'REDIS ', $e->getMessage())); }
    }
});
serve($server);
PHP, ['DSN' => $redis->dsn]));
$a = WsClient::connect($server->port)->send('burst');
$b = WsClient::connect($server->port);
while ((int) $b->send('burst?')->text() < 2000) {
}
$redis->kill();
[$known, $unknown, $texts] = json_decode($a->text(), true);
echo $known >= 2000 ? 'counted' : $known, ", $unknown of 400 told: ", preg_replace('/: (Connection reset by peer|it closed the connection|Broken pipe)/', ': LOST', implode(' | ', $texts)), "\n";

function back(WsClient $client): void
{
    for ($end = microtime(true) + BOUND; $client->send('PING')->text() !== '"PONG"'; usleep(5000)) {
        microtime(true) < $end || throw new Exception('it does not come back');
    }
}
$redis->start();
back($a);
$redis->signal(SIGSTOP);
echo $a->send('INCR ["x"]')->text(), "\n";
echo $b->send('SET ["y", "mine"]')->text(), "\n";
$redis->signal(SIGCONT);
echo $a->send('GET ["x"]')->text(), $b->send('GET ["y"]')->text(), $a->send('ECHO ["own"]')->text(), "\n";

$redis->cli('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
back($a);
echo $a->send('GET ["y"]')->text(), "\n";

$redis->cli('CONFIG', 'SET', 'client-output-buffer-limit', 'normal 100000 0 0');
$a->send('EVAL ["return string.rep(\'x\', 3000000)", 0]');
echo preg_replace('/lost: [^;]+;/', 'lost: ...;', $a->text()), "\n";
back($a);

$redis->kill();
$redis->start('--requirepass', 'secret');
while (!str_contains($said = $a->send('PING')->text(), 'NOAUTH')) {
}
echo $said, "\n", $server->stop(), $server->log('ERROR'), "\n";
?>
--EXPECT--
counted, 400 of 400 told: incr(): the connection to REDIS was lost: LOST; whether the command was executed is unknown
INCR(): no answer from REDIS within 1.5 s; whether the command was executed is unknown
SET(): no answer from REDIS within 1.5 s; whether the command was executed is unknown
"1""mine""own"
"mine"
EVAL(): the connection to REDIS was lost: ...; whether the command was executed is unknown
NOAUTH Authentication required.
0
