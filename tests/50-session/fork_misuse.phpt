--TEST--
SeatPush: session: what is the server's is refused in a child that a callback forked, with a text; its own timers, servers and waits as well
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$registry = new SeatPush\Registry($server);
$server->on('Message', function ($s, $f) use ($registry) {
    $child = pcntl_fork();
    if ($child > 0) {
        pcntl_waitpid($child, $status);
        $s->push($f->fd, 'the parent pushes');
        return;
    }
    foreach ([
        fn () => $s->push($f->fd, 'from the child'),
        fn () => $s->pushMany([$f->fd], 'from the child'),
        fn () => $s->publish('all', 'from the child'),
        fn () => $s->close($f->fd),
        fn () => $s->disconnect($f->fd),
        fn () => $s->exists($f->fd),
        fn () => $s->subscribe($f->fd, 'all'),
        fn () => $registry->push('all', 'from the child'),
        fn () => $s->sleep(1),
        fn () => $s->after(1, fn () => 1),
        fn () => $s->tick(1, fn () => 1),
        fn () => $s->defer(fn () => 1),
        fn () => $s->subscribeRedis('a*'),
        fn () => $s->shutdown(),
        fn () => $s->reload(),
        fn () => $s->start(),
        fn () => $s->set([]),
        fn () => new SeatPush\Server('127.0.0.1', 0),
    ] as $call) {
        try {
            var_dump($call());
        } catch (SeatPush\Exception $e) {
            echo preg_replace('/: let the child.*/', '', $e->getMessage()), "\n";
        }
    }
    echo is_array($s->stats()) ? 'stats() can be read' : '', "\n";
    exit;
});
$server->on('Request', function ($q, $r) {
    $child = pcntl_fork();
    if ($child > 0) {
        pcntl_waitpid($child, $status);
        $r->end('the parent answers');
        return;
    }
    foreach ([fn () => $r->write('from the child'), fn () => $r->sendfile(__FILE__), fn () => $r->end('from the child')] as $call) {
        try {
            var_dump($call());
        } catch (SeatPush\Exception $e) {
            echo $e->getMessage(), "\n";
        }
    }
    exit;
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('x');
echo $client->text(), "\n";
echo HttpClient::get($server->port)['body'], "\n";
$client->close();
echo $server->stop(), "\n", $server->stdout();
?>
--EXPECT--
the parent pushes
the parent answers
0
push(): this process is a child that a callback forked, and the server is its parent's
pushMany(): this process is a child that a callback forked, and the server is its parent's
publish(): this process is a child that a callback forked, and the server is its parent's
close(): this process is a child that a callback forked, and the server is its parent's
disconnect(): this process is a child that a callback forked, and the server is its parent's
exists(): this process is a child that a callback forked, and the server is its parent's
subscribe(): this process is a child that a callback forked, and the server is its parent's
push(): this process is a child that a callback forked, and the server is its parent's
sleep(): this process is a child that a callback forked, and the server is its parent's
a timer: this process is a child that a callback forked, and the server is its parent's
a timer: this process is a child that a callback forked, and the server is its parent's
defer(): this process is a child that a callback forked, and the server is its parent's
subscribeRedis(): this process is a child that a callback forked, and the server is its parent's
shutdown(): this process is a child that a callback forked, and the server is its parent's
reload(): this process is a child that a callback forked, and the server is its parent's
the server has been started already; to start again, make a new one after start() has returned and the old one is gone
set() has no effect once the server has started: call it before start()
new SeatPush\Server: this process is a child that a callback forked, and the server is its parent's
stats() can be read
the answer: this process is a child that a callback forked, and the server is its parent's: let the child do its own work and end by exit(); what browsers are to hear, tell the server by an HTTP request or through Redis
the answer: this process is a child that a callback forked, and the server is its parent's: let the child do its own work and end by exit(); what browsers are to hear, tell the server by an HTTP request or through Redis
the answer: this process is a child that a callback forked, and the server is its parent's: let the child do its own work and end by exit(); what browsers are to hear, tell the server by an HTTP request or through Redis
