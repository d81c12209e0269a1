--TEST--
SeatPush: http: an answer that a script forgets is a line in the log with file and line, once a minute; one that throws or is stopped has its own
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach ([
    "return 'hello';", "echo 'hello';", '$q->kept = $r; $q = null; $r = null;', '$r->write("half");', 'throw new Exception("no seat");', '$server->shutdown();', '$r->end();',
    '$r->detach();', 'global $kept; $kept[] = $r; $server->after(1, function () { $GLOBALS["kept"] = []; });',
] as $body) {
    $server = TestServer::start(<<<PHP
    \$server = new SeatPush\Server('127.0.0.1', 0);
    \$server->on('Request', function (\$q, \$r) use (\$server) {
        $body
    });
    serve(\$server);
    PHP);
    $clients = [];
    foreach (str_contains($body, 'shutdown') ? [1] : [1, 2] as $i) {
        $client = $clients[] = (new HttpClient($server->port))->request('GET', '/');
        if (!str_contains($body, 'detach')) {
            $client->upTo("\r\n\r\n");
        }
    }
    $server->stop();
    echo "$body\n    ", preg_replace(['~/\S+/script~', '/ in script.*/s'], ['script', "\n"], $server->log('WARNING|ERROR')) ?: "-\n";
}

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Handshake', fn ($q, $r) => $q->get['return'] ?? null);
$server->on('Message', fn () => 1);
serve($server);
PHP);
echo WsClient::upgrade($server->port)->status, ' ', WsClient::upgrade($server->port, '/?return=1')->status, "\n";
$server->stop();
echo preg_replace('~/\S+/script~', 'script', $server->log('WARNING'));
?>
--EXPECT--
return 'hello';
    WARNING seatpush: the Request callback (script.php:4) never ended its Response, so the client gets 500: call $response->end($text). What a callback returns is not sent, and what it echoes goes to the terminal
echo 'hello';
    WARNING seatpush: the Request callback (script.php:4) never ended its Response, so the client gets 500: call $response->end($text). What a callback returns is not sent, and what it echoes goes to the terminal
$q->kept = $r; $q = null; $r = null;
    WARNING seatpush: the Request callback (script.php:4) never ended its Response, so the client gets 500: call $response->end($text). What a callback returns is not sent, and what it echoes goes to the terminal
$r->write("half");
    WARNING seatpush: the Request callback (script.php:4) called $response->write() and never end(), so the client sees that the answer is cut: call $response->end()
throw new Exception("no seat");
    ERROR seatpush: uncaught in the Request callback: Exception: no seat
$server->shutdown();
    -
$r->end();
    -
$r->detach();
    -
global $kept; $kept[] = $r; $server->after(1, function () { $GLOBALS["kept"] = []; });
    WARNING seatpush: the Request callback (script.php:4) never ended its Response, so the client gets 500: call $response->end($text). What a callback returns is not sent, and what it echoes goes to the terminal
500 500
WARNING seatpush: the Handshake callback (script.php:4) gave no answer, so the client gets 500: return true to let it in, false to refuse it, or call $response->end()
