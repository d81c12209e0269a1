--TEST--
SeatPush: Client: send() in a signal handler while send() waits is refused with a message
--EXTENSIONS--
seatpush
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

// Reads nothing until the handler has run.
[$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$url = served(function ($client) use ($there) {
    fread($there, 1);
    while ((string) fread($client, 65536) !== '');
});
$client = new SeatPush\Client($url, timeout: BOUND);
pcntl_async_signals(true);
pcntl_signal(SIGALRM, function () use ($client, $here) {
    try {
        $client->send('from the handler');
        echo "sent\n";
    } catch (SeatPush\Exception $e) {
        echo $e->getMessage(), "\n";
    }
    fwrite($here, '.');
});
pcntl_alarm(1);
$client->send(str_repeat('d', 8000000));
echo "sent\n";
unset($client);
?>
--EXPECT--
this client is already sending a message: wait until that is over, and do not send from a signal handler
sent
