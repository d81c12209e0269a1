--TEST--
SeatPush: push: with send_yield, push() to a full queue waits, others are served, nothing is lost, and those that wait go on in their order; a reader that leaves ends the waits
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$code = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['send_yield' => true, 'socket_buffer_size' => 1 << 20]);
$waiting = $most = 0;
$push = function (int $fd, int $number) use ($server, &$waiting, &$most) {
    $waiting++;
    $result = [$server->push($fd, pack('N', $number) . str_repeat('x', 65532), WEBSOCKET_OPCODE_BINARY), $server->getLastError()];
    $waiting--;
    $most = max($most, $server->getClientInfo($fd)['send_queued_bytes'] ?? 0);
    return $result;
};
$server->on('Message', function ($server, $frame) use ($push, &$most) {
    if ($frame->data === 'many') {
        for ($i = 0; $i < 500 && ($result = $push($frame->fd, $i))[0]; $i++);
    } else {
        // A connection's callbacks never overlap, so these are coroutines. Every third message is small, and would fit.
        $results = [];
        for ($i = 0; $i < 300; $i++) {
            $server->go(function () use ($server, $frame, $push, $i, &$results) {
                $results[] = $i % 3 ? $push($frame->fd, $i)[0] : $server->push($frame->fd, pack('N', $i), WEBSOCKET_OPCODE_BINARY);
                if (count($results) === 300) {
                    echo count(array_filter($results)), " true\n";
                }
            });
        }
        return;
    }
    echo "$i ", json_encode($result), $most <= 1 << 20 ? ' within' : ' above', " the limit\n";
});
$server->on('Request', function ($request, $response) use ($server, &$waiting) {
    $response->end(json_encode([$waiting, $server->stats()['push_count']]));
});
$server->on('Close', function ($server, $fd, $reactor, $code) { echo $code ? "closed with $code\n" : ''; });
serve($server);
PHP;
$server = TestServer::start($code);
/** Waits until someone waits, and nothing more is sent. How many wait. */
function stuck(int $port): int
{
    for ($before = ''; ($now = HttpClient::get($port)['body']) !== $before || json_decode($now)[0] === 0; usleep(20000)) {
        $before = $now;
    }
    return json_decode($now)[0];
}
/** How many messages come in order. */
function in_order(WsClient $client, int $most): int
{
    for ($i = 0; $i < $most && unpack('N', $client->read()['payload'])[1] === $i; $i++);
    return $i;
}
$client = WsClient::connect($server->port)->send('many');
echo stuck($server->port), ' waits, then ', in_order($client, 500), " in order\n";
$server->until('/^500 /m');
$client->send('coroutines');
echo stuck($server->port) > 10 ? 'many wait, then ' : 'few wait, then ', in_order($client, 300), " in order\n";
$server->until('/true/');
$client->send('many');
stuck($server->port);
$client->shut();
$server->until('/closed/');
$server->until('/1001/');
echo HttpClient::get($server->port)['body'][1], " waits\n", $server->stop(), "\n", preg_replace('/^\d+ \[false,1001\]/m', 'some [false,1001]', $server->stdout()), $server->log('ERROR');

$server = TestServer::start(str_replace("'send_yield' => true, ", '', $code), ['seatpush.swoole_aliases' => 1]);
$client = WsClient::connect($server->port)->send('many');
echo 'with aliases ', stuck($server->port), ' waits, then ', in_order($client, 500), " in order\n";
?>
--EXPECT--
1 waits, then 500 in order
many wait, then 300 in order
0 waits
0
500 [true,0] within the limit
300 true
some [false,1001] within the limit
closed with 1006
with aliases 1 waits, then 500 in order
