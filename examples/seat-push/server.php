<?php

/*
 * The push server of a ticket shop: browsers say which merchant's seats they are looking at, the shop says
 * "merchant 7 has changed" (GET /?merchantId=7), and every browser looking at that merchant is told to refresh.
 *
 *     php -d extension=seatpush.so server.php
 *
 * The two callbacks are as they were published, line for line, including the Chinese comment. Lines that the
 * author left out of print are marked "added".
 */

// added: the script is from PHP 7. It makes an array of the `false` that a missing key gives; PHP 8.1 calls that deprecated.
error_reporting(E_ALL & ~E_DEPRECATED);

// added: phpredis. REDIS may say "10.0.0.5", "10.0.0.5:6380" or the path of a unix socket.
$redis = new Redis();
$redis->connect(...explode(':', getenv('REDIS') ?: '127.0.0.1', 2));

// added: the server. `new swoole_websocket_server(...)` runs as well, with -d seatpush.swoole_aliases=1.
$port = getenv('SEATPUSH_PORT');
$server = new SeatPush\Server(getenv('SEATPUSH_HOST') ?: '127.0.0.1', $port === false ? 9501 : (int) $port);

$server->on('Message', function ($serv, $frame) {
    global $redis; // added
    if(stripos($frame->data,'merchantId_') !== false){
        $fd = $redis->get($frame->data);
        if($fd != null){
            $fd = json_decode($fd,true);
        }
        //这里的$frame->fd是指当前的websocket连接id,swoole会通过此id发送给对应的接收方,可以理解为手机号码
        $fd[$frame->fd] = $frame->fd;
        $fd = json_encode($fd);
        $redis->set($frame->data,$fd);
    }
});

$server->on('Request', function ($req, $respone) {
    if(isset($req->get['merchantId'])){
        global $server;
        global $redis;
        $merchantId = $req->get['merchantId'];
        $fd = $redis->get("merchantId_".$merchantId);
        if($fd != null){
            $fd = json_decode($fd,true);
        }
        $err = 0;
        if(is_array($fd)){
            foreach($fd as $f){
                $res = @$server->push($f, "refresh");
                if($res === false){
                    unset($fd[$f]);
                    $err++;
                }
            }
            if($err){
                $fd = json_encode($fd);
                $redis->set("merchantId_".$merchantId,$fd);
            }
        }
    }
    $respone->end("success");
});

// added: the print ends above.
echo "Push server on ws://{$server->host}:{$server->port}/\n";
$server->start();
