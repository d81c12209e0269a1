--TEST--
SeatPush: http: a client that half-closes after its request gets the whole answer, and then the end
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['close_timeout' => 60]);    // a client under a sanitizer is slow to take this much
$server->on('Request', fn ($q, $r) => $r->end(str_repeat('0123456789abcdef', 1 << 21)));
$server->on('Close', function () { echo "Close\n"; });
serve($server);
PHP);
$client = (new HttpClient($server->port))->request('GET', '/')->half();
$server->until('/Close/');
$answer = $client->response();
echo $answer['body'] === str_repeat('0123456789abcdef', 1 << 21) ? 'whole' : 'cut', "\n";
var_dump($client->rest());
$server->stop();
echo $server->stdout();
?>
--EXPECT--
whole
string(0) ""
Close
