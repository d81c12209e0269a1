--TEST--
SeatPush: http: Response::create() takes the id, the server and the id, or the server and the request
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) use ($server) {
    $r->detach();
    $form = $q->server['path_info'];
    SeatPush\Timer::after(1, fn () => (match ($form) {
        '/id' => SeatPush\Response::create($q->fd),
        '/server' => SeatPush\Response::create($server, $q->fd),
        '/both' => SeatPush\Response::create([$server, $q]),
    })->end($form));
});
foreach (['x', [1], [new stdClass()]] as $wrong) {
    try {
        SeatPush\Response::create($wrong);
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
echo json_encode([SeatPush\Response::create($server), SeatPush\Response::create(1), SeatPush\Response::create('1')]), "\n";
serve($server);
PHP);
foreach (['/id', '/server', '/both'] as $form) {
    echo HttpClient::get($server->port, $form)['body'], "\n";
}
echo $server->stdout();
?>
--EXPECT--
/id
/server
/both
TypeError: SeatPush\Response::create(): Argument #1 ($server) must be of type object|array|int, string given
ValueError: SeatPush\Response::create(): Argument #1 ($server) must hold the server and a Request
ValueError: SeatPush\Response::create(): Argument #1 ($server) must hold the server and a Request
[false,false,false]
