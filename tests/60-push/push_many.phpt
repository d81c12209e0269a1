--TEST--
SeatPush: push: pushMany() takes arrays and iterators of ids, counts the connections that accepted, and refuses anything that is not an id
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $all = $s->getClientList();
    $ids = function () use ($all, $s) { foreach ($all as $id) { yield $id; } };
    $broken = function () use ($all) { yield $all[0]; throw new LogicException('broken'); };
    $by_reference = $all[1];
    foreach ([
        fn () => $s->pushMany($all, 'array'), fn () => $s->pushMany([...$all, 5, 1 << 60], 'with strangers'), fn () => $s->pushMany(array_map('strval', $all), 'strings'),
        fn () => $s->pushMany($ids(), 'generator'), fn () => $s->pushMany($s->connections, 'connections', 2), fn () => $s->pushMany([], 'nobody'), fn () => $s->pushMany([&$by_reference], 'reference'),
        fn () => $s->pushMany([$all[0], 'x'], 'first only'), fn () => $s->pushMany([1.5], 'x'), fn () => $s->pushMany($broken(), 'before it broke'), fn () => $s->pushMany($all, "\xff"),
    ] as $try) {
        try { echo json_encode($try()), "\n"; } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
    }
    $s->pushMany($all, 'end');
});
serve($server);
PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$a->send('x');
foreach ([$a, $b] as $client) {
    for ($texts = []; ($texts[] = $client->text()) !== 'end'; );
    echo implode(', ', $texts), "\n";
}
echo $server->stdout();
?>
--EXPECT--
array, with strangers, strings, generator, connections, first only, before it broke, end
array, with strangers, strings, generator, connections, reference, end
2
2
2
2
2
0
1
ValueError: SeatPush\Server::pushMany(): Argument #1 ($fds) must hold ids of connections, string given
ValueError: SeatPush\Server::pushMany(): Argument #1 ($fds) must hold ids of connections, float given
LogicException: broken
ValueError: SeatPush\Server::pushMany(): Argument #2 ($data) must be UTF-8 in a text message (RFC 6455 section 8.1); push binary data with WEBSOCKET_OPCODE_BINARY
