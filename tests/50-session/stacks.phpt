--TEST--
SeatPush: session: the stack of a callback is deep enough to free a chain of 60,000 objects; a fiber.stack_size that is too small is refused, with a text, and the smallest one serves
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

const CODE = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$registry = new SeatPush\Registry($server);
$server->on('Request', function ($q, $r) use ($server, $registry) {
    for ($chain = null, $i = 0; $i < (int) $q->server['query_string']; $i++) {
        $chain = (object) ['next' => $chain];
    }
    $server->sleep(1);
    $chain = null;
    $r->end("freed $i, " . $registry->count('none'));
});
serve($server);
PHP;
$server = TestServer::start(CODE);
echo HttpClient::get($server->port, '/?60000')['body'], "\n", $server->stop(), "\n";
foreach (['16K', '255K', '256K'] as $size) {
    if ($size === '256K') {
        $server = TestServer::start(CODE, ['fiber.stack_size' => $size]);
        echo HttpClient::get($server->port, '/?100')['body'], "\n", $server->stop(), "\n";
    } else {
        $server = TestServer::run(CODE, ['fiber.stack_size' => $size, 'display_errors' => '1', 'html_errors' => '0']);
        preg_match('/fiber.stack_size is .* address space/', $server->stdout(), $match);
        echo $match[0], "\n";
    }
}
?>
--EXPECT--
freed 60000, 0
0
fiber.stack_size is 16384 bytes, and a callback needs 262144 at least: raise it to 256K or more, or leave it out, which gives callbacks 16M of address space
fiber.stack_size is 261120 bytes, and a callback needs 262144 at least: raise it to 256K or more, or leave it out, which gives callbacks 16M of address space
freed 100, 0
0
