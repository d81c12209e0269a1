--TEST--
SeatPush: session: with a state_file, ids go on above the last ones, even after a kill and with a clock that is behind
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$file = tempnam(sys_get_temp_dir(), 'seatpush');
file_put_contents($file, sprintf("%020d\n", 2 ** 44));    // the clock will be there in some 30 years
$code = '$file = ' . var_export($file, true) . ';' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['state_file' => $file]);
$server->on('Request', fn ($q, $r) => $r->end((string) $q->fd));
serve($server);
PHP;
$ids = [];
foreach ([9, 15, 9] as $signal) {
    $server = TestServer::start($code);
    $ids[] = (int) HttpClient::get($server->port)['body'];
    $ids[] = (int) HttpClient::get($server->port)['body'];
    $server->signal($signal);
    $server->wait();
}
$sorted = array_unique($ids);
sort($sorted);
var_dump($ids[0] === 2 ** 44, $sorted === $ids, $ids[4] === $ids[3] + 1);
unlink($file);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
