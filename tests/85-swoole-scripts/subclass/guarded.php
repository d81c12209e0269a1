<?php

declare(strict_types=1);

use Swoole\Http\Request;
use Swoole\WebSocket\Frame;

/** Swoole 5 and 6: with types; on() guards every callback, start() registers the class's own methods */
class App extends Swoole\WebSocket\Server
{
    protected array $routes = [];

    public function __construct(string $host = '0.0.0.0', int $port = 0, int $mode = SWOOLE_BASE, int $sock_type = SWOOLE_SOCK_TCP)
    {
        parent::__construct($host, $port, $mode, $sock_type);
    }

    public function on(string $event_name, callable $callback): bool
    {
        return parent::on($event_name, function (...$args) use ($event_name, $callback) {
            try {
                return $callback(...$args);
            } catch (Throwable $e) {
                echo "$event_name: {$e->getMessage()}\n";
                end($args) instanceof Frame && $this->push(end($args)->fd, 'error: ' . $e->getMessage());
            }
        });
    }

    public function set(array $settings): bool
    {
        return parent::set($settings + ['worker_num' => 1, 'log_level' => SWOOLE_LOG_INFO]);
    }

    public function push(int $fd, Swoole\WebSocket\Frame|string $data, int $opcode = SWOOLE_WEBSOCKET_OPCODE_TEXT, int $flags = SWOOLE_WEBSOCKET_FLAG_FIN): bool
    {
        return parent::push($fd, is_string($data) ? "app> $data" : $data, $opcode, $flags);
    }

    public function route(string $name, callable $handler): static
    {
        $this->routes[$name] = $handler;
        return $this;
    }

    public function start(): bool
    {
        $this->set([]);
        $this->on('open', $this->opened(...));
        $this->on('message', fn (self $server, Frame $frame) => $this->received($frame));
        $this->on('close', [$this, 'closed']);
        return parent::start();
    }

    private function opened(self $server, Request $request): void
    {
        $this->push($request->fd, "welcome to {$request->server['request_uri']}");
    }

    private function received(Frame $frame): void
    {
        $handler = $this->routes[$frame->data] ?? throw new DomainException("no route $frame->data");
        $this->push($frame->fd, (string) $handler($frame));
    }

    public function closed(self $server, int $fd): void
    {
        echo "closed\n";
    }
}

(new App('0.0.0.0', 9501))->route('time', fn () => 'now')->route('opcode', fn (Frame $frame) => $frame->opcode)->start();
