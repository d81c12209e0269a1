--TEST--
SeatPush: session: a request in progress gets its answer; an idle connection just ends
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_wait_time' => 60]);
$server->on('Request', function ($q, $r) use ($server) {
    if ($q->server['path_info'] === '/stop') {
        $server->shutdown();
    }
    $r->end('answered');
});
serve($server);
PHP);
$idle = new HttpClient($server->port);
$idle->request('GET', '/')->response();
$answer = (new HttpClient($server->port))->request('GET', '/stop')->response();
echo $answer['status'], ' ', $answer['body'], ' ', $answer['headers']['connection'][0] ?? '', ', ', json_encode($idle->rest()), ', ', $server->wait(), "\n";
?>
--EXPECT--
200 answered close, "", 0
