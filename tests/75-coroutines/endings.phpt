--TEST--
SeatPush: coroutines: exit() and a fatal error in one end the server as in a callback
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['exit(7);', 'SeatPush\Coroutine::sleep(0.001); exit(7);', '@trigger_error("fatal", E_USER_ERROR);',
    'SeatPush\Coroutine::sleep(0.001); @trigger_error("fatal", E_USER_ERROR);'] as $code) {
    $server = TestServer::start(<<<PHP
    ini_set('display_errors', '0');
    \$server = new SeatPush\Server('127.0.0.1', 0);
    \$server->on('Message', function (\$server, \$frame) {
        \$server->go(function () {
            $code
        });
    });
    \$server->on('Close', fn (\$server, \$fd, \$reactor, \$code) => print(" Close \$code"));
    serve(\$server);
    PHP);
    $client = WsClient::connect($server->port)->send('x');
    echo "$code ", $client->text(), ', ', $server->wait(), $server->stdout(), "\n";
}
foreach (['exit(7);', 'SeatPush\Coroutine::sleep(0.001); exit(7);'] as $code) {
    $file = tempnam(sys_get_temp_dir(), 'seatpush-');
    file_put_contents($file, "<?php SeatPush\\Coroutine::run(function () { SeatPush\\Coroutine::create(fn () => SeatPush\\Coroutine::sleep(60)); $code }); echo 'not reached';");
    exec(implode(' ', array_map(escapeshellarg(...), [...php_command(), $file])) . ' 2>&1', $lines, $status);
    echo "$code $status ", count(preg_grep('/not reached/', $lines)), "\n";
    unlink($file);
}
?>
--EXPECT--
exit(7); close 1001 server is stopping, 7 Close 1001
SeatPush\Coroutine::sleep(0.001); exit(7); close 1001 server is stopping, 7 Close 1001
@trigger_error("fatal", E_USER_ERROR); close 1011, 255 Close 1011
SeatPush\Coroutine::sleep(0.001); @trigger_error("fatal", E_USER_ERROR); close 1011, 255 Close 1011
exit(7); 7 0
SeatPush\Coroutine::sleep(0.001); exit(7); 7 0
