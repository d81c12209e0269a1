--TEST--
SeatPush: session: log_level 4 keeps warnings and errors, 6 keeps nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach ([0, 4, 6] as $level) {
    $server = TestServer::start("\$level = $level;" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['log_level' => $level, 'slow_callback_ms' => 1]);
    $server->on('Request', function ($q, $r) use ($server) {
        $server->reload();
        usleep(5000);
        $r->end();
        throw new Exception('an error');
    });
    serve($server);
    PHP);
    HttpClient::get($server->port);
    $server->stop();
    preg_match_all('/^[A-Z]+(?= seatpush: )/m', $server->log('seatpush: |slow'), $levels);
    echo $level, ' ', implode(' ', array_unique($levels[0])), "\n";
}
?>
--EXPECT--
0 INFO NOTICE WARNING ERROR
4 WARNING ERROR
6
