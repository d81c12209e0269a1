--TEST--
SeatPush: session: after a fatal error every client gets 1011, Close runs from a shutdown function, the status is 255
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['user' => '@trigger_error("no", E_USER_ERROR);', 'compile' => 'eval("function strlen() {} function strlen() {} class A extends A {}");', 'include' => 'require "/no/such/file";'] as $kind => $code) {
    $server = TestServer::start("\$code = '$code';" . <<<'PHP'
    ini_set('display_errors', '0');
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Message', function ($s, $f) use ($code) { if ($f->data === 'now') { eval($code); } });
    $server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code, "; });
    serve($server);
    PHP);
    $other = WsClient::connect($server->port);
    $client = WsClient::connect($server->port)->send('now');
    echo "$kind: ", $client->text(), ', ';
    if ($kind === 'include') {
        // An Error that can be caught: the server goes on.
        echo $server->stop() === 0 ? 'goes on' : 'ends', "\n";
        continue;
    }
    echo $other->text(), ', ', $server->wait(), ', ', $server->stdout(), "\n";
}
?>
--EXPECT--
user: close 1011, close 1011, 255, Close 1011, Close 1011, 
compile: close 1011, close 1011, 255, Close 1011, Close 1011, 
include: close 1011, goes on
