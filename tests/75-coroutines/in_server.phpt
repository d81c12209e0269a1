--TEST--
SeatPush: coroutines: what a callback starts does not hold back its connection; what waits in the callback does
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
use SeatPush\{Channel, Coroutine};

$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('WorkerStart', function () use (&$gate) {
    $gate = new Channel();
});
$server->on('Message', function ($server, $frame) use (&$gate) {
    switch ($frame->data) {
        case 'go':
            $server->go(function (int $fd) use ($server, $gate) {
                $server->push($fd, 'through: ' . $gate->pop());
            }, $frame->fd);
            break;
        case 'wait':
            $server->push($frame->fd, 'waited for: ' . $gate->pop());
            break;
        case 'throw':
            Coroutine::create(fn () => throw new Exception('in a coroutine'));
            $server->push($frame->fd, 'still here');
            break;
        default:
            $server->push($frame->fd, $frame->data);
    }
});
$server->on('Request', function ($request, $response) use (&$gate) {
    $response->end(json_encode($gate->push($request->get['value'])));
});
$server->on('Error', fn ($server, $error, $where) => print("$where: {$error->getMessage()}\n"));
serve($server);
PHP);
$client = WsClient::connect($server->port);
$client->send('go')->send('after it');
echo $client->text(), "\n";
HttpClient::get($server->port, '/?value=1');
echo $client->text(), "\n";
$client->send('wait')->send('after it');
HttpClient::get($server->port, '/?value=2');
echo $client->text(), "\n", $client->text(), "\n";
echo $client->send('throw')->text(), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
after it
through: 1
waited for: 2
after it
still here
go: in a coroutine
