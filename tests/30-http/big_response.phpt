--TEST--
SeatPush: http: end() sends a body of any length, even to a slow reader, and the connection stays open
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1000, 'total_buffer_size' => 1000]);
$server->on('Request', function ($q, $r) {
    var_dump($r->end(str_repeat($q->get['of'], 16 << 20)));
});
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/?of=a')->request('GET', '/?of=b');
$server->until('/true/');
foreach (['a', 'b'] as $of) {
    var_dump($client->response()['body'] === str_repeat($of, 16 << 20));
}
$server->stop();
echo $server->stdout();
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
