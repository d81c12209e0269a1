<?php

use Swoole\Http\Request;
use Swoole\Table;
use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

$uidToFd = new Table(65536, 0.2);
$uidToFd->column('fd', Table::TYPE_INT);
$uidToFd->create();
$fdToUid = new Table(65536, 0.2);
$fdToUid->column('uid', Table::TYPE_STRING, 32);
$fdToUid->create();

$server = new Server('0.0.0.0', 9501, SWOOLE_PROCESS);
$server->set(['worker_num' => swoole_cpu_num() * 2, 'log_file' => '/dev/stderr', 'max_conn' => 1024]);
$server->uidToFd = $uidToFd;
$server->fdToUid = $fdToUid;

$server->on('open', function (Server $server, Request $request) {
    $uid = $request->get['uid'] ?? null;
    if (!$uid) {
        $server->push($request->fd, json_encode(['code' => 400, 'msg' => 'uid required']));
        $server->close($request->fd);
        return;
    }
    $old = $server->uidToFd->get($uid, 'fd');
    if ($old && $server->isEstablished($old)) {     // one login at a time
        $server->push($old, json_encode(['code' => 409, 'msg' => 'logged in elsewhere']));
        $server->close($old);
    }
    $server->uidToFd->set($uid, ['fd' => $request->fd]);
    $server->fdToUid->set($request->fd, ['uid' => $uid]);
    $server->push($request->fd, json_encode(['code' => 0, 'msg' => "hello $uid"]));
});

$server->on('message', function (Server $server, Frame $frame) {
    ['to' => $to, 'msg' => $msg] = json_decode($frame->data, true);
    $fd = $server->uidToFd->get($to, 'fd');
    if ($fd === false || !$server->isEstablished($fd)) {
        $server->push($frame->fd, json_encode(['code' => 404, 'msg' => "$to is not online"]));
        return;
    }
    $server->push($fd, json_encode(['from' => $server->fdToUid->get($frame->fd)['uid'], 'msg' => $msg]));
});

$server->on('close', function ($server, $fd) {
    $row = $server->fdToUid->get($fd);
    if ($row) {
        if ($server->uidToFd->get($row['uid'], 'fd') == $fd) {
            $server->uidToFd->del($row['uid']);
        }
        $server->fdToUid->del($fd);
    }
});

$server->start();
