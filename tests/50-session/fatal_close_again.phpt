--TEST--
SeatPush: session: Close callbacks after a fatal error: one that throws or exits does not prevent the next
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['throw new Exception("in Close");', 'exit(9);'] as $code) {
    $server = TestServer::start("\$code = '$code';" . <<<'PHP'
    ini_set('display_errors', '0');
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Message', function () { @trigger_error('fatal', E_USER_ERROR); });
    $server->on('Close', function ($s, $fd) use ($code) {
        echo 'Close ', json_encode([$s->exists($fd), $s->push($fd, 'x'), $s->getClientInfo($fd)['websocket_status']]), ' ';
        eval($code);
    });
    register_shutdown_function(fn () => print('shutdown function '));
    serve($server);
    PHP);
    $clients = array_map(fn () => WsClient::connect($server->port), range(1, 3));
    $clients[0]->send('now');
    echo $server->wait(), ' ', $server->stdout(), substr_count($server->log(), 'uncaught in the Close callback'), "\n";
}
?>
--EXPECT--
255 shutdown function Close [false,false,3] Close [false,false,3] Close [false,false,3] 3
9 shutdown function Close [false,false,3] Close [false,false,3] Close [false,false,3] 0
