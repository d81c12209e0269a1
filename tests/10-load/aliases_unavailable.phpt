--TEST--
SeatPush: aliases: names that have no equivalent here say what to use instead
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$server = TestServer::run(<<<'PHP'
foreach ([
    fn () => new Swoole\Coroutine\Http\Client('127.0.0.1', 80),
    fn () => new Co\Http\Client('127.0.0.1', 80),
    fn () => new Swoole\Coroutine\Redis(),
    fn () => new Swoole\Database\PDOConfig(),
    fn () => new Swoole\Process\Pool(1),
] as $use) {
    try {
        $use();
    } catch (SeatPush\Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
PHP, ['seatpush.swoole_aliases' => 1]);
echo $server->stdout();
?>
--EXPECTF--
Swoole\Coroutine\Http\Client is not available: coroutines wait in SeatPush's own calls only %s
Swoole\Coroutine\Http\Client is not available: coroutines wait in SeatPush's own calls only %s
Swoole\Coroutine\Redis is not available: use SeatPush\Redis, whose methods wait while others are served: new SeatPush\Redis('redis://127.0.0.1:6379'), without connect() %s
Swoole\Database\PDOConfig is not available: callbacks of one process need no pool: keep one connection in a variable. %s
Swoole\Process\Pool is not available: this server starts its workers itself: give a Process to addProcess(), or run one beside the server %s
