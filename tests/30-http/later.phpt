--TEST--
SeatPush: http: a response that is kept, or detached and created again, is answered later
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$kept = null;
$server->on('Request', function ($q, $r) use (&$kept, $server) {
    switch ($q->server['path_info']) {
        case '/keep':
            $kept = $r;
            break;
        case '/keep-answer':
            $kept->end('kept');
            $kept = null;
            $r->end('told');
            break;
        case '/detach':
            $GLOBALS['fd'] = $r->fd;
            var_dump($r->detach(), $r->end('x'));
            break;
        case '/detach-answer':
            $late = SeatPush\Response::create($GLOBALS['fd']);
            var_dump(SeatPush\Response::create($GLOBALS['fd']), $late->end('late'));
            $r->end('told');
            break;
        case '/timer':
            $server->after(1, fn () => $r->end('by a timer'));
    }
});
serve($server);
PHP);
foreach (['keep', 'detach'] as $way) {
    $waiting = (new HttpClient($server->port))->request('GET', "/$way");
    (new HttpClient($server->port))->request('GET', '/nothing')->response();
    echo HttpClient::get($server->port, "/$way-answer")['body'], ' ', $waiting->response()['body'], "\n";
}
echo HttpClient::get($server->port, '/timer')['body'], "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
told kept
told late
by a timer
bool(true)
bool(false)
bool(false)
bool(true)
