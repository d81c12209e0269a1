--TEST--
SeatPush: session: a child that a callback forks and that ends by exit() or a fatal error touches nothing: clients stay, new ones come, no Close callback runs in it
--EXTENSIONS--
seatpush
pcntl
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['exit(7)' => 7, 'trigger_error("the child\'s", E_USER_ERROR)' => 255] as $end => $expected) {
    $server = TestServer::start("\$end = fn () => $end; \$expected = $expected;" . <<<'PHP'
    ini_set('display_errors', '0');
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['max_wait_time' => 60, 'handshake_timeout' => 60]); // a child's end takes seconds under a sanitizer
    if (getenv('USE_ZEND_ALLOC') === '0') {
        // No second thread: ASan's allocator is left locked in a child that is forked while another thread allocates.
        $server->set(['slow_callback_ms' => 0]);
    }
    $parent = getmypid();
    $fork = function (string $where) use ($end, $expected) {
        $child = pcntl_fork();
        if ($child === 0) {
            $end();
        }
        pcntl_waitpid($child, $status);
        echo "$where ", pcntl_wexitstatus($status) === $expected ? 'ended as it should' : 'ended with ' . pcntl_wexitstatus($status), "\n";
    };
    foreach (['Start', 'WorkerStart', 'Connect', 'BeforeHandshakeResponse', 'Open', 'BeforeShutdown'] as $event) {
        $server->on($event, fn () => $fork($event));
    }
    $server->on('Message', function ($s, $f) use ($fork) {
        $fork('Message');
        $s->push($f->fd, "to $f->data");
        $s->after(1, function () use ($s, $f, $fork) {
            $fork('Timer');
            $s->defer(function () use ($s, $f, $fork) {
                $fork('defer');
                $s->push($f->fd, 'from defer');
            });
        });
    });
    $server->on('Request', function ($q, $r) use ($fork) {
        $fork('Request');
        $r->end('answered');
    });
    $server->on('Close', function ($s, $fd, $re, $code) use ($fork, $parent) {
        echo "Close $code in ", getmypid() === $parent ? 'the parent' : 'a child', "\n";
        $fork('Close');
    });
    serve($server);
    PHP);
    $watcher = WsClient::connect($server->port);
    echo $watcher->send('the watcher')->text(), ', ', $watcher->text(), "\n";
    echo HttpClient::get($server->port)['body'], "\n";
    $server->until('/Close 0/');
    $late = WsClient::connect($server->port)->send('the late one');
    echo $late->text(), ', ', $late->text(), "\n";
    $late->close()->text();
    $server->until('/Close 1000/');
    echo $watcher->send('the watcher again')->text(), ', ', $watcher->text(), "\n";
    $server->signal(15);
    echo $watcher->text(), "\n";
    $watcher->close();
    echo 'status ', $server->wait(), "\n";
    echo $server->stdout();
    echo $server->log('stopp|came back'), "\n";
}
?>
--EXPECT--
to the watcher, from defer
answered
to the late one, from defer
to the watcher again, from defer
close 1001 server is stopping
status 0
Start ended as it should
WorkerStart ended as it should
Connect ended as it should
BeforeHandshakeResponse ended as it should
Open ended as it should
Message ended as it should
Timer ended as it should
defer ended as it should
Connect ended as it should
Request ended as it should
Close 0 in the parent
Close ended as it should
Connect ended as it should
BeforeHandshakeResponse ended as it should
Open ended as it should
Message ended as it should
Timer ended as it should
defer ended as it should
Close 1000 in the parent
Close ended as it should
Message ended as it should
Timer ended as it should
defer ended as it should
BeforeShutdown ended as it should
Close 1001 in the parent
Close ended as it should
INFO seatpush: stopping: 1 connection
INFO seatpush: stopped

to the watcher, from defer
answered
to the late one, from defer
to the watcher again, from defer
close 1001 server is stopping
status 0
Start ended as it should
WorkerStart ended as it should
Connect ended as it should
BeforeHandshakeResponse ended as it should
Open ended as it should
Message ended as it should
Timer ended as it should
defer ended as it should
Connect ended as it should
Request ended as it should
Close 0 in the parent
Close ended as it should
Connect ended as it should
BeforeHandshakeResponse ended as it should
Open ended as it should
Message ended as it should
Timer ended as it should
defer ended as it should
Close 1000 in the parent
Close ended as it should
Message ended as it should
Timer ended as it should
defer ended as it should
BeforeShutdown ended as it should
Close 1001 in the parent
Close ended as it should
INFO seatpush: stopping: 1 connection
INFO seatpush: stopped

