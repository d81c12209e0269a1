--TEST--
SeatPush: redis: a child that a callback forked leaves the lease, the registry, the queue and the subscription to its parent, and has a SeatPush\Redis of its own
--EXTENSIONS--
seatpush
pcntl
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
$server = TestServer::start('$dsn = ' . var_export($redis->dsn, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 0]); // a child's end takes a second under a sanitizer
$registry = new SeatPush\Registry($server, $dsn);
$redis = new SeatPush\Redis($dsn);
$parent = getmypid();
$fork = function (string $where, bool $returns = false) use ($redis, $parent) {
    $redis->get('in the parent');
    $child = pcntl_fork();
    if ($child === 0) {
        if (!$returns) {
            $redis->rpush('said', "the child of $where");
            exit;
        }
        return false;
    }
    pcntl_waitpid($child, $status);
    echo "$where: its child has ended with ", pcntl_wexitstatus($status), "\n";
    return true;
};
$server->subscribeRedis('news', function ($s, $channel, $text) use ($fork) {
    if ($fork('subscribeRedis', $text === 'return')) {
        echo "heard $text\n";
    }
});
$server->consumeRedis('jobs', function ($item) use ($fork) {
    if ($fork('consumeRedis', $item === 'return')) {
        echo "did $item\n";
    }
});
$server->on('Message', function ($s, $f) use ($registry, $fork, $redis) {
    $registry->watch($f->fd, $f->data);
    if ($f->data === 'transaction') {
        $done = $redis->transaction('n', function ($own) use ($fork) {
            return $fork('transaction', true) ? [['INCR', 'n']] : [['INCRBY', 'n', 100]];
        });
        $s->push($f->fd, json_encode($done));
        return;
    }
    if ($fork('Message', $f->data === 'return')) {
        $s->push($f->fd, json_encode([$registry->count($f->data), $registry->push($f->data, 'hint')]));
    }
});
serve($server);
PHP);
$server->until('/Redis: node \d+ at/');
$redis->subscribed(2);
$keys = fn () => trim(preg_replace('/[0-9a-f]{16}/', '*', $redis->cli('--raw', 'EVAL', "local keys = redis.call('KEYS', 'seatpush:*') table.sort(keys) return keys", '0')));
$client = WsClient::connect($server->port);
foreach (['exit', 'return', 'exit'] as $how) {
    $client->send($how);
    echo $client->text(), ' ', $client->text(), "\n";
}
echo $client->send('transaction')->text(), "\n";
foreach (['exit', 'return', 'last'] as $how) {
    $redis->cli('PUBLISH', 'news', $how);
    $server->until("/heard $how/");
    $redis->cli('RPUSH', 'jobs', $how);
    $server->until("/did $how/");
}
echo implode(' ', array_filter(explode("\n", $keys()), fn ($key) => !str_contains($key, ':number:'))), "\n";
echo $redis->cli('LRANGE', 'said', '0', '-1'), "\n";
echo $client->send('exit')->text(), ' ', $client->text(), "\n";
$client->close()->text();
echo $server->stop(), ' ', implode(' ', array_filter(explode("\n", $keys()), fn ($key) => str_contains($key, 'seatpush:key'))) ?: 'no keys', "\n";
echo $server->stdout(), preg_replace('/process \d+/', 'process N', $server->log('has come back|WARNING|NOTICE'));
?>
--EXPECT--
hint [1,1]
hint [1,1]
hint [1,1]
[1]
seatpush:key:exit seatpush:key:return seatpush:key:transaction seatpush:keys:* seatpush:lease:* seatpush:lists:* seatpush:nodes seatpush:watchers:*:exit seatpush:watchers:*:return seatpush:watchers:*:transaction
the child of Message
the child of Message
the child of subscribeRedis
the child of consumeRedis
the child of subscribeRedis
the child of consumeRedis
hint [1,1]
0 no keys
Message: its child has ended with 0
Message: its child has ended with 255
Message: its child has ended with 0
transaction: its child has ended with 255
subscribeRedis: its child has ended with 0
heard exit
consumeRedis: its child has ended with 0
did exit
subscribeRedis: its child has ended with 255
heard return
consumeRedis: its child has ended with 255
did return
subscribeRedis: its child has ended with 0
heard last
consumeRedis: its child has ended with 0
did last
Message: its child has ended with 0
WARNING seatpush: process N is a child that the Message callback forked, and has come back from it: only the parent serves, so the child ends here, with status 255; let it end by exit()
WARNING seatpush: process N is a child that the Message callback forked, and has come back from it: only the parent serves, so the child ends here, with status 255; let it end by exit()
WARNING seatpush: process N is a child that the subscribeRedis callback forked, and has come back from it: only the parent serves, so the child ends here, with status 255; let it end by exit()
WARNING seatpush: process N is a child that the consumeRedis callback forked, and has come back from it: only the parent serves, so the child ends here, with status 255; let it end by exit()
