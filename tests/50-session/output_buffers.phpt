--TEST--
SeatPush: session: output buffers that a callback opens end with it, with a line once; while it waits they take nothing of what others write
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
ob_start();
echo "the script's own, ";
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Error', fn () => ob_start());
$server->on('Request', function ($q, $r) use ($server) {
    $before = ob_get_level();
    switch ($q->server['path_info']) {
    case '/left':
        ob_start(fn ($text) => strtoupper($text));
        ob_start(null, 0, 0);
        echo "left\n";
        break;
    case '/thrown':
        ob_start();
        echo "thrown\n";
        throw new Exception('no');
    case '/bad':
        ob_start(function () { throw new Exception('of the handler'); });
        echo 'x';
        break;
    case '/waits':
        ob_start();
        echo 'before, ';
        $server->sleep(50);
        echo 'after';
        $r->end(ob_get_clean() . ', ' . ob_get_level());
        return;
    case '/beside':
        ob_start();
        echo 'beside';
        $server->sleep(20);
        $r->end(ob_get_clean() . ', ' . ob_get_level());
        return;
    }
    $r->end("level $before");
});
serve($server);
echo "at the end: level ", ob_get_level(), "\n";
PHP);
foreach (['/left', '/thrown', '/bad', '/left', '/'] as $path) {
    echo "$path: ", HttpClient::get($server->port, $path)['body'], "\n";
}
$clients = [];
foreach (['/waits', '/beside', '/left', '/beside'] as $path) {
    $clients[] = (new HttpClient($server->port))->request('GET', $path);
}
foreach ($clients as $client) {
    echo $client->response()['body'], "\n";
}
echo $server->stop(), "\n", $server->stdout(), preg_replace('~\(/.*?/script~', '(script', $server->log('output buffers')), substr_count($server->log('uncaught'), 'uncaught'), " uncaught\n";
?>
--EXPECT--
/left: level 1
/thrown: 
/bad: level 1
/left: level 1
/: level 1
before, after, 1
beside, 1
level 1
beside, 1
0
the script's own, LEFT
thrown
xLEFT
LEFT
at the end: level 1
WARNING seatpush: the Request callback (script.php:7) left 2 output buffers of ob_start() open: they end with it, and what is in them goes to where echo goes; call ob_get_clean() or ob_end_clean() (said once)
2 uncaught
