<?php

namespace App\Chat;

use Swoole\Http\Request;
use Swoole\Http\Response;
use Swoole\Http\Server;
use Swoole\Table;

final class Rooms
{
    /** @var Table */
    public static $table;

    public static function boot($size = 4096)
    {
        self::$table = new Table($size);
        self::$table->column('room', Table::TYPE_STRING, 32);
        self::$table->column('said', Table::TYPE_INT);
        self::$table->create();
    }

    public static function open($server, Request $request)
    {
        self::$table[$request->fd] = ['room' => trim($request->server['path_info'], '/') ?: 'lobby', 'said' => 0];
        $server->push($request->fd, 'you are in ' . self::$table[$request->fd]['room']);
    }

    public static function message($server, $frame)
    {
        $room = self::$table->get($frame->fd, 'room');
        $n = self::$table->incr($frame->fd, 'said');
        foreach (self::$table as $fd => $row) {
            if ($row['room'] == $room && $fd != $frame->fd) {
                $server->push($fd, "#$n {$frame->data}");
            }
        }
    }

    public static function close($server, $fd)
    {
        self::$table->exists($fd) && self::$table->del($fd);
    }

    public static function page(Request $request, Response $response)
    {
        $response->header('Content-Type', 'text/html; charset=utf-8');
        $response->end('<h1>' . count(self::$table) . ' in all rooms</h1>');
    }
}

Rooms::boot();
$http = new Server('0.0.0.0', 9501, SWOOLE_PROCESS, SWOOLE_SOCK_TCP);
$http->set(['open_websocket_protocol' => true, 'worker_num' => swoole_cpu_num(), 'log_level' => SWOOLE_LOG_INFO]);
$http->on('Open', ['App\Chat\Rooms', 'open']);
$http->on('Message', 'App\Chat\Rooms::message');
$http->on('Close', [Rooms::class, 'close']);
$http->on('Request', [Rooms::class, 'page']);
$http->start();
