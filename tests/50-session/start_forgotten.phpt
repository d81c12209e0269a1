--TEST--
SeatPush: session: a script that prepares a server and ends without start() says so; one that fails, ends on purpose or lets the server go does not. exit() in a callback says what to do instead
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

const PREPARED = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) use (&$server) {});
PHP;
foreach ([
    'forgotten' => PREPARED,
    'in a cycle' => PREPARED . '$server->itself = $server;',
    'without callbacks' => '$server = new SeatPush\Server("127.0.0.1", 0);',
    'thrown' => PREPARED . 'throw new Exception("no");',
    'status 3' => PREPARED . 'exit(3);',
    'let go' => PREPARED . '$server = null;',
    'started' => PREPARED . '$server->on("Start", fn ($s) => $s->shutdown()); $server->start();',
] as $what => $code) {
    echo "$what: ", TestServer::run($code)->log('start()') ?: "\n";
}
$server = TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0); $server->on("Request", fn () => exit(4)); serve($server);');
HttpClient::get($server->port);
echo $server->wait(), ' ', $server->log('exit()');
?>
--EXPECT--
forgotten: WARNING seatpush: the script has ended without $server->start(), so nobody was served: let that be its last line
in a cycle: WARNING seatpush: the script has ended without $server->start(), so nobody was served: let that be its last line
without callbacks: 
thrown: 
status 3: 
let go: 
started: 
4 WARNING seatpush: stopping: exit() in the Request callback ends the server, and with it all connections; to end the callback alone, return instead
