--TEST--
Example seat-push: its two callbacks are the published ones, line for line
--FILE--
<?php
// As printed: each callback on one line, so one space may stand for a line's end and its indentation.
$published = [
    '$server->on(\'Message\', function ($serv, $frame) { if(stripos($frame->data,\'merchantId_\') !== false){ $fd = $redis->get($frame->data); if($fd != null){ $fd = json_decode($fd,true); } //这里的$frame->fd是指当前的websocket连接id,swoole会通过此id发送给对应的接收方,可以理解为手机号码 $fd[$frame->fd] = $frame->fd; $fd = json_encode($fd); $redis->set($frame->data,$fd); }});',
    '$server->on(\'Request\', function ($req, $respone) { if(isset($req->get[\'merchantId\'])){ global $server; global $redis; $merchantId = $req->get[\'merchantId\']; $fd = $redis->get("merchantId_".$merchantId); if($fd != null){ $fd = json_decode($fd,true); } $err = 0; if(is_array($fd)){ foreach($fd as $f){ $res = @$server->push($f, "refresh"); if($res === false){ unset($fd[$f]); $err++; } } if($err){ $fd = json_encode($fd); $redis->set("merchantId_".$merchantId,$fd); } } } $respone->end("success");});',
];

$lines = preg_grep('~// added$~', file(__DIR__ . '/../../examples/seat-push/server.php'), PREG_GREP_INVERT);
$script = preg_replace('/\s+/', '', implode('', $lines));
foreach ($published as $callback) {
    var_dump(str_contains($script, preg_replace('/\s+/', '', $callback)));
}
?>
--EXPECT--
bool(true)
bool(true)
