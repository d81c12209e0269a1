--TEST--
SeatPush: session: TERM ends the server in time while a callback blocks: in a system call, in PHP code, and in one that blocks again
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['sleep' => 'sleep(1000);', 'loop' => 'while (true);', 'stubborn' => 'while (true) sleep(1000);', 'read' => '$pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); while (true) fread($pair[0], 1);'] as $kind => $code) {
    $server = TestServer::start("\$code = '$code';" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    $server->set(['max_wait_time' => 1, 'slow_callback_ms' => 0]);
    $server->on('Message', function () use ($code) { file_put_contents('php://stdout', "in\n"); eval($code); });
    serve($server);
    PHP);
    $client = WsClient::connect($server->port)->send('x');
    $server->until('/in/');
    echo "$kind: ", $server->stop(), "\n";
}
?>
--EXPECT--
sleep: 0
loop: 0
stubborn: 0
read: 0
