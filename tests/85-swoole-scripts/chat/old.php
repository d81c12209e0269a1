<?php
//创建websocket服务器对象，监听0.0.0.0:9502端口
$ws = new swoole_websocket_server("0.0.0.0", 9502);
$ws->set(array(
    'worker_num' => 2,
    'daemonize' => false,
    'max_request' => 10000,
    'dispatch_mode' => 2,
    'debug_mode' => 1,
    'task_worker_num' => 0,
));
$GLOBALS['fd'] = array();

//监听WebSocket连接打开事件
$ws->on('open', 'onOpen');
//监听WebSocket消息事件
$ws->on('message', 'onMessage');
//监听WebSocket连接关闭事件
$ws->on('close', 'onClose');

function onOpen($ws, $request) {
    global $fd;
    $fd[$request->fd]['id'] = $request->fd;
    $fd[$request->fd]['name'] = '匿名用户';
    $ws->push($request->fd, "hello, welcome\n");
}

function onMessage(swoole_websocket_server $ws, swoole_websocket_frame $frame) {
    global $fd;
    $msg = 'from ' . $fd[$frame->fd]['name'] . ":{$frame->data}\n";
    if (strstr($frame->data, "#name#")) { //用户设置昵称
        $fd[$frame->fd]['name'] = str_replace("#name#", '', $frame->data);
    } else { //进行用户信息发送
        foreach ($fd as $i) {
            if ($ws->exist($i['id'])) {
                $ws->push($i['id'], $msg);
            }
        }
    }
}

function onClose($ws, $id) {
    global $fd;
    $name = $fd[$id]['name'];
    unset($fd[$id]);
    foreach ($fd as $i) {
        $ws->push($i['id'], "$name is offline");
    }
}

$ws->start();
