--TEST--
SeatPush: options: reload_mode 'keep', or an Adopt callback of the server or of a port, implies supervise; 'reconnect' stands, and an Adopt callback that is never called is named
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$adopt = "->on('Adopt', fn () => 1);";
foreach ([
    'nothing' => '',
    'keep' => "\$server->set(['reload_mode' => 'keep']);",
    'Adopt' => "\$server$adopt",
    'Adopt of a port' => "\$server->listen('127.0.0.1', 0)$adopt",
    'reconnect' => "\$server->set(['reload_mode' => 'reconnect']);",
    'reconnect and Adopt' => "\$server->set(['reload_mode' => 'reconnect']); \$server$adopt",
    'reconnect, supervise and Adopt' => "\$server->set(['reload_mode' => 'reconnect', 'supervise' => true]); \$server$adopt",
    'keep, then reconnect' => "\$server->set(['reload_mode' => 'keep']); \$server->set(['reload_mode' => 'reconnect']);",
] as $what => $code) {
    $server = TestServer::start(<<<PHP
    \$server = new SeatPush\Server('127.0.0.1', 0);
    \$server->on('Message', fn () => 1);
    \$server->on('Request', fn (\$request, \$response) => \$response->end(json_encode(SeatPush\Server::workerId())));
    $code
    serve(\$server);
    PHP);
    echo "$what: ", HttpClient::get($server->port)['body'] === '0' ? 'a worker' : 'this process', "\n";
    $server->stop();
    echo $server->log('NOTICE');
}
?>
--EXPECT--
nothing: this process
keep: a worker
Adopt: a worker
Adopt of a port: a worker
reconnect: this process
reconnect and Adopt: this process
NOTICE seatpush: an Adopt callback is registered, and reload_mode is 'reconnect': it is never called; set reload_mode to 'keep', or leave the callback out
reconnect, supervise and Adopt: a worker
NOTICE seatpush (worker 0, generation 0): an Adopt callback is registered, and reload_mode is 'reconnect': it is never called; set reload_mode to 'keep', or leave the callback out
keep, then reconnect: this process
