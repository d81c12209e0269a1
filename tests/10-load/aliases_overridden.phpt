--TEST--
SeatPush: aliases: methods may be overridden with the declarations of Swoole 4 (without types) and of Swoole 5 and 6 (with types), and none is deprecated; so may ours
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$declarations = [
    'WebSocket\Server' => [
        ['on($event_name, callable $callback)', 'on(string $event_name, callable $callback): bool'],
        ['getCallback($event_name)', 'getCallback(string $event_name): \Closure|string|array|null', 'getCallback(string $event_name): ?callable'],
        ['set(array $settings)', 'set(array $settings): bool'],
        ['start()', 'start(): bool'],
        ['shutdown()', 'shutdown(): bool'],
        ['reload()', 'reload(bool $only_reload_taskworker = false): bool'],
        ['stop($worker_id = null)', 'stop(int $workerId = -1, bool $waitEvent = false): bool', 'stop(int $workerId = -1): bool'],
        ['listen($host, $port, $sock_type)', 'listen(string $host, int $port, int $sock_type): \Swoole\Server\Port|false'],
        ['addlistener($host, $port, $sock_type)', 'addlistener(string $host, int $port, int $sock_type): \Swoole\Server\Port|false'],
        ['push($fd, $data, $opcode = WEBSOCKET_OPCODE_TEXT, $flags = null)', 'push(int $fd, \Swoole\WebSocket\Frame|string $data, int $opcode = SWOOLE_WEBSOCKET_OPCODE_TEXT, int $flags = SWOOLE_WEBSOCKET_FLAG_FIN): bool', 'push(int $fd, mixed $data, int $opcode = 1, int $flags = 1): bool'],
        ['disconnect($fd, $code = null, $reason = null)', 'disconnect(int $fd, int $code = SWOOLE_WEBSOCKET_CLOSE_NORMAL, string $reason = \'\'): bool'],
        ['isEstablished($fd)', 'isEstablished(int $fd): bool'],
        ['ping($fd, $data = null)', 'ping(int $fd, string $data = \'\'): bool'],
        ['exists($fd)', 'exists(int $fd): bool'],
        ['exist($fd)', 'exist(int $fd): bool'],
        ['close($fd, $reset = null)', 'close(int $fd, bool $reset = false): bool'],
        ['send($fd, $send_data, $server_socket = null)', 'send(int|string $fd, string $send_data, int $serverSocket = -1): bool'],
        ['getClientInfo($fd, $reactor_id = null)', 'getClientInfo(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false'],
        ['connection_info($fd, $reactor_id = null)', 'connection_info(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false'],
        ['getClientList($start_fd, $find_count = null)', 'getClientList(int $start_fd = 0, int $find_count = 10): array|false'],
        ['connection_list($start_fd, $find_count = null)', 'connection_list(int $start_fd = 0, int $find_count = 10): array|false'],
        ['bind($fd, $uid)', 'bind(int $fd, int $uid): bool', 'bind(int $fd, int|string $uid): bool'],
        ['heartbeat($reactor_id)', 'heartbeat(bool $ifCloseConnection = true): array|false'],
        ['stats()', 'stats(): array'],
        ['getWorkerId()', 'getWorkerId(): int|false'],
        ['getWorkerPid()', 'getWorkerPid(int $worker_id = -1): int|false'],
        ['getMasterPid()', 'getMasterPid(): int'],
        ['getManagerPid()', 'getManagerPid(): int'],
        ['getLastError()', 'getLastError(): int'],
        ['task($data, $worker_id = null, ?callable $finish_callback = null)', 'task(mixed $data, int $taskWorkerIndex = -1, ?callable $finishCallback = null): int|false'],
        ['taskwait($data, $timeout = null, $worker_id = null)', 'taskwait(mixed $data, float $timeout = 0.5, int $taskWorkerIndex = -1): string|false', 'taskwait(mixed $data, float $timeout = 0.5, int $taskWorkerIndex = -1): mixed'],
        ['finish($data)', 'finish(mixed $data): bool'],
        ['addProcess(\swoole_process $process)', 'addProcess(\Swoole\Process $process): int|false'],
        ['after(int $ms, callable $callback, ...$params)', 'after(int $ms, callable $callback, ...$params): int|false'],
        ['tick($ms, callable $callback, ...$params)', 'tick(int $ms, callable $callback, mixed ...$params): int'],
        ['clearTimer(int $timer_id)', 'clearTimer($timer_id): bool'],
        ['defer(callable $callback)', 'defer($callback)'],
        ['static pack($data, $opcode = null, $flags = null)', 'static pack(\Swoole\WebSocket\Frame|string $data, int $opcode = SWOOLE_WEBSOCKET_OPCODE_TEXT, int $flags = SWOOLE_WEBSOCKET_FLAG_FIN): string'],
        ['static unpack($data)', 'static unpack(string $data): \Swoole\WebSocket\Frame|false'],
    ],
    'Server\Port' => [
        ['set(array $settings)', 'set(array $settings): void'],
        ['on($event_name, callable $callback)', 'on(string $event_name, callable $callback): bool'],
        ['getCallback($event_name)', 'getCallback(string $event_name): ?callable'],
    ],
    'Http\Response' => [
        ['cookie($name, $value = null, $expires = null, $path = null, $domain = null, $secure = null, $httponly = null, $samesite = null, $priority = null)', 'cookie(string $name, string $value = \'\', int $expires = 0, string $path = \'/\', string $domain = \'\', bool $secure = false, bool $httponly = false, string $samesite = \'\', string $priority = \'\'): bool', 'cookie(Cookie|string $name_or_object, string $value = \'\', int $expires = 0, string $path = \'/\', string $domain = \'\', bool $secure = false, bool $httponly = false, string $samesite = \'\', string $priority = \'\', bool $partitioned = false): bool'],
        ['status($http_code, $reason = null)', 'status(int $http_code, string $reason = \'\'): bool'],
        ['setStatusCode($http_code, $reason = null)', 'setStatusCode(int $http_code, string $reason = \'\'): bool'],
        ['header($key, $value, $ucwords = null)', 'header(string $key, string|array $value, bool $format = true): bool'],
        ['setHeader($key, $value, $format = null)', 'setHeader(string $key, string|array $value, bool $format = true): bool'],
        ['trailer($key, $value)', 'trailer(string $key, ?string $value): bool'],
        ['write($content)', 'write(string $content): bool'],
        ['end($content = null)', 'end(?string $content = null): bool'],
        ['sendfile($filename, $offset = null, $length = null)', 'sendfile(string $filename, int $offset = 0, int $length = 0): bool'],
        ['redirect($location, $http_code = null)', 'redirect(string $location, int $http_code = 302): bool'],
        ['detach()', 'detach(): bool'],
        ['isWritable()', 'isWritable(): bool'],
        ['static create($server, $fd = null)', 'static create(int|array|object $server = -1, int $fd = -1): \Swoole\Http\Response|false'],
    ],
    'Http\Request' => [['rawContent()', 'rawContent(): string|false'], ['getContent()', 'getContent(): string|false'], ['getData()', 'getData(): string|false'], ['getMethod()', 'getMethod(): string|false']],
    'WebSocket\Frame' => [['__toString()', '__toString(): string'], ['static pack($data, $opcode = null, $flags = null)', 'static pack(\Swoole\WebSocket\Frame|string $data, int $opcode = 1, int $flags = 1): string']],
    'WebSocket\CloseFrame' => [['static unpack($data)', 'static unpack(string $data): \Swoole\WebSocket\Frame']],
    'Timer' => [
        ['static tick($ms, callable $callback, ...$params)', 'static tick(int $ms, callable $callback, ...$params): int|false'],
        ['static after($ms, callable $callback, ...$params)', 'static after(int $ms, callable $callback, ...$params): int|false'],
        ['static clear($timer_id)', 'static clear(int $timer_id): bool'],
        ['static info($timer_id)', 'static info(int $timer_id): ?array'],
        ['static list()', 'static list(): \Swoole\Timer\Iterator'],
    ],
    'Coroutine' => [['static create(callable $func, ...$params)', 'static create(callable $func, ...$param): int|false'], ['static defer($callback)', 'static defer(callable $callback): void'], ['static getContext($cid = null)', 'static getContext(int $cid = 0): ?\Swoole\Coroutine\Context']],
    'Coroutine\Channel' => [['push($data, $timeout = null)', 'push(mixed $data, float $timeout = -1): bool'], ['pop($timeout = null)', 'pop(float $timeout = -1): mixed']],
    'Coroutine\WaitGroup' => [['add(int $delta = 1)', 'add(int $delta = 1): void'], ['wait($timeout = null)', 'wait(float $timeout = -1): bool']],
];
$methods = $number = 0;
foreach ($declarations as $class => $forms) {
    for ($version = 0; $version < 3; $version++) {
        $body = '';
        foreach ($forms as $form) {
            $body .= "public " . preg_replace('/^(static )?/', '$1function ', $form[$version] ?? end($form)) . " { throw new Exception; }\n";
            $methods++;
        }
        eval('class C' . ++$number . " extends \\Swoole\\$class {\n$body}");
    }
}
echo $methods, "\n";

class Loud extends Swoole\WebSocket\Server
{
    public function push($fd, $data, $opcode = WEBSOCKET_OPCODE_TEXT, $flags = WEBSOCKET_OPCODE_TEXT)
    {
        return parent::push($fd, is_string($data) ? strtoupper($data) : $data, $opcode, $flags);
    }

    public function on(string $event_name, callable $callback): bool
    {
        return parent::on($event_name, $callback);
    }
}
$loud = new Loud('127.0.0.1', 0);
$loud->on('Message', function ($server, $frame) {
    echo json_encode([$server->push($frame->fd, 'hello'), $server->push($frame->fd, 5), $server->push($frame->fd, $frame)]), "\n";
    echo (new ReflectionMethod('Swoole\Server', 'push'))->getParameters()[1]->getType(), "\n";
});
serve($loud);
PHP, ['seatpush.swoole_aliases' => 1]);
$client = WsClient::connect($server->port)->send('as it is');
echo $client->text(), ' ', $client->text(), ' ', $client->text(), "\n", $server->stop(), "\n", $server->stdout(), $server->log('ERROR');
?>
--EXPECT--
HELLO 5 as it is
0
222
[true,true,true]
SeatPush\Frame|string
