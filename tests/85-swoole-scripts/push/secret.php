<?php

declare(strict_types=1);

namespace App;

use Swoole\Constant;
use Swoole\Http\Request;
use Swoole\Http\Response;
use Swoole\WebSocket\Server;

class PushGateway
{
    private const SECRET = 's3cret';

    public function __construct(private readonly Server $server)
    {
        $server->set([
            Constant::OPTION_WORKER_NUM => 1,
            Constant::OPTION_OPEN_HTTP2_PROTOCOL => false,
            Constant::OPTION_HTTP_COMPRESSION => true,
            Constant::OPTION_PACKAGE_MAX_LENGTH => 1024 * 1024,
        ]);
        $server->on(Constant::EVENT_MESSAGE, static fn () => null);
        $server->on(Constant::EVENT_REQUEST, $this->onRequest(...));
    }

    public function start(): bool
    {
        return $this->server->start();
    }

    public function onRequest(Request $request, Response $response): void
    {
        $response->setHeader('Content-Type', 'application/json');
        [$status, $answer] = match ("{$request->getMethod()} {$request->server['request_uri']}") {
            'POST /push' => $this->push($request),
            'GET /online' => [200, ['online' => count([...$this->sockets()])]],
            'GET /stats' => [200, array_intersect_key($this->server->stats(), ['connection_num' => 1, 'worker_num' => 1])],
            default => [404, ['error' => 'not found']],
        };
        $response->setStatusCode($status);
        $response->end(json_encode($answer));
    }

    private function push(Request $request): array
    {
        if (!hash_equals(self::SECRET, $request->header['x-admin-secret'] ?? '')) {
            return [403, ['error' => 'forbidden']];
        }
        $body = json_decode($request->rawContent(), true);
        if (!isset($body['message'])) {
            return [422, ['error' => 'message is missing']];
        }
        $sent = 0;
        foreach ($this->sockets() as $fd) {
            $this->server->push($fd, json_encode($body['message'], JSON_THROW_ON_ERROR)) && $sent++;
        }
        return [200, ['sent' => $sent]];
    }

    private function sockets(): iterable
    {
        foreach ($this->server->connections as $fd) {
            if ($this->server->isEstablished($fd)) {
                yield $fd;
            }
        }
    }
}

(new PushGateway(new Server('0.0.0.0', 9501, SWOOLE_BASE)))->start();
