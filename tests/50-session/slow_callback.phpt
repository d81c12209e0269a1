--TEST--
SeatPush: session: a callback that holds the loop is logged with file and line; a quick one is not
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start('$factor = ' . time_factor() . '; ' . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 40 * $factor]);
$server->on('Request', function ($q, $r) use ($factor) {
    if ($q->server['path_info'] === '/slow') {
        usleep(60000 * $factor);
    }
    $r->end();
});
serve($server);
PHP);
HttpClient::get($server->port, '/');
HttpClient::get($server->port, '/slow');
$server->stop();
echo preg_replace(['~/\S*/~', '/for \d+ ms/'], ['', 'for N ms'], $server->log('slow:'));
?>
--EXPECT--
WARNING seatpush: slow: the Request callback (script.php:5) held the loop for N ms; nobody was served meanwhile (slow_callback_ms; 0 more were not logged)
