--TEST--
SeatPush: http: a response that is never ended is a 500; a request without a callback is a 400
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$other = $server->listen('127.0.0.1', 0);
$other->set(['open_http_protocol' => false]);
$server->on('Request', function ($q, $r) {
    if ($q->server['path_info'] === '/cut') {
        $r->write('half');
    }
});
serve($server);
PHP);
$client = new HttpClient($server->port);
echo $client->request('GET', '/')->response()['status'], ' ', $client->request('GET', '/')->response()['status'], "\n";
$cut = (new HttpClient($server->port))->request('GET', '/cut');
echo str_contains($cut->rest(), "0\r\n\r\n") ? 'looks whole' : 'is cut', "\n";
echo HttpClient::get($server->ports[1])['status'], "\n";
?>
--EXPECT--
500 500
is cut
400
