--TEST--
SeatPush: session: an included file that does not compile: a syntax error is an exception, a duplicate class is fatal
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['class {' => 'syntax', 'class Twice {} class Twice {}' => 'double'] as $text => $what) {
    $file = tempnam(sys_get_temp_dir(), 'seatpush');
    file_put_contents($file, "<?php\n$text");
    $server = TestServer::start('$file = ' . var_export($file, true) . ';' . <<<'PHP'
    ini_set('display_errors', '0');
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->on('Message', fn ($s, $f) => $f->data === 'now' ? include $file : $s->push($f->fd, 'served'));
    $server->on('Error', function ($s, $e) { echo $e::class, ' '; });
    $server->on('Close', function ($s, $fd, $re, $code) { echo "Close $code "; });
    serve($server);
    PHP);
    echo "$what: ", WsClient::connect($server->port)->send('now')->text(), ', ';
    if ($what === 'syntax') {
        $next = WsClient::connect($server->port);
        echo $next->send('x')->text(), ', ';
        $next->close()->rest();
        $server->signal(15);
    }
    echo $server->wait(), ' ', $server->stdout(), "\n";
    unlink($file);
}
?>
--EXPECT--
syntax: close 1011, served, 0 ParseError Close 1011 Close 1000 
double: close 1011, 255 Close 1011
