<?php
/*
 * php workerman.php PORT start: the same script for Workerman 5. $WORKERMAN names the autoload.php of
 * a project that requires workerman/workerman; with more than a thousand connections PHP needs the
 * extension event, too.
 */
require getenv('WORKERMAN') ?: throw new Exception('WORKERMAN is not set');

use Workerman\Connection\TcpConnection;
use Workerman\Protocols\Http;
use Workerman\Protocols\Http\Request;
use Workerman\Protocols\Http\Response;
use Workerman\Protocols\Websocket;
use Workerman\Worker;

const ROOM = 5;

/** HTTP, until somebody wants to upgrade. */
class Either extends Http
{
    public static function input(string $buffer, TcpConnection $connection): int
    {
        if (stripos($buffer, "\r\nUpgrade: websocket\r\n") === false) {
            return parent::input($buffer, $connection);
        }
        $connection->protocol = Websocket::class;
        return Websocket::input($buffer, $connection);
    }
}

$port = (int) $argv[1];
$argv = [$argv[0], 'start', '-q'];
Worker::$pidFile = sys_get_temp_dir() . '/seatpush-bench-workerman-' . getmypid() . '.pid';
Worker::$logFile = '/dev/null';
TcpConnection::$defaultMaxSendBufferSize = 2 << 20;

$rooms = [];
$count = 0;
$worker = new Worker("tcp://127.0.0.1:$port", ['socket' => ['backlog' => 4096]]);
$worker->protocol = Either::class;
$worker->onWebSocketConnect = function (TcpConnection $connection) use (&$rooms, &$count) {
    $rooms[intdiv($count++, ROOM)][] = $connection;
    $connection->upgraded = true;
};
$worker->onMessage = function (TcpConnection $connection, $data) use ($worker, &$rooms) {
    if (!$data instanceof Request) {
        $connection->send($data);
        return;
    }
    if ($data->path() !== '/push') {
        $connection->send(new Response(200, [], "ok\n"));
        return;
    }
    $told = 0;
    $room = $data->get('room');
    foreach ($room === null ? $worker->connections : $rooms[$room] as $one) {
        if (isset($one->upgraded)) {
            $one->send($data->get('n'));
            $told++;
        }
    }
    $connection->send(new Response(200, [], "told $told\n"));
};
Worker::runAll();
