<?php
declare(strict_types=1);

use Swoole\WebSocket\{CloseFrame, Frame, Server};
use Swoole\Http\{Request, Response};

$server = new Server(host: '0.0.0.0', port: 9501, mode: SWOOLE_PROCESS, sock_type: SWOOLE_SOCK_TCP);
$server->set([
    'worker_num' => 1,
    'open_websocket_close_frame' => true,
    'open_websocket_ping_frame' => false,
    'websocket_compression' => true,
    'enable_coroutine' => true,
    'hook_flags' => SWOOLE_HOOK_ALL,
]);

enum Kind: string
{
    case Joined = 'joined';
    case Said = 'said';
    case Left = 'left';
}

/** @var array<int, string> $names */
$names = [];
$tell = static function (Kind $kind, string $who, string $what = '') use ($server): int {
    $sent = 0;
    foreach ($server->connections as $fd) {
        if (!$server->isEstablished($fd)) {
            continue;
        }
        $sent += (int) $server->push(fd: $fd, data: "$kind->value|$who|$what", opcode: SWOOLE_WEBSOCKET_OPCODE_TEXT, flags: SWOOLE_WEBSOCKET_FLAG_FIN | SWOOLE_WEBSOCKET_FLAG_COMPRESS);
    }
    return $sent;
};

$server->on('Open', function (Server $server, Request $request) use (&$names, $tell): void {
    $names[$request->fd] = $request->get['name'] ?? 'anonymous';
    $tell(Kind::Joined, $names[$request->fd]);
});

$server->on('Message', function (Server $server, Frame|CloseFrame $frame) use (&$names, $tell): void {
    match ($frame->opcode) {
        SWOOLE_WEBSOCKET_OPCODE_CLOSE => print("closed with $frame->code: $frame->reason\n"),
        SWOOLE_WEBSOCKET_OPCODE_BINARY => $server->push($frame->fd, strrev($frame->data), SWOOLE_WEBSOCKET_OPCODE_BINARY),
        default => $frame->data === '/quit'
            ? $server->disconnect($frame->fd, SWOOLE_WEBSOCKET_CLOSE_NORMAL, 'bye')
            : $tell(Kind::Said, $names[$frame->fd], $frame->data),
    };
});

$server->on('Close', function (Server $server, int $fd) use (&$names, $tell): void {
    if (isset($names[$fd])) {
        [$name, $names] = [$names[$fd], array_diff_key($names, [$fd => 1])];
        $tell(Kind::Left, $name);
    }
});

$server->on('Request', function (Request $request, Response $response) use (&$names): void {
    $response->end((string) count($names));
});
$server->start();
