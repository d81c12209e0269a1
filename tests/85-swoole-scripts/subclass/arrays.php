<?php

/** PHP 7: push() takes arrays, and never warns */
class JsonServer extends \Swoole\WebSocket\Server
{
    public $pushed = 0;

    public function push($fd, $data, $opcode = WEBSOCKET_OPCODE_TEXT, $flags = true)
    {
        if (!$this->isEstablished($fd)) {
            return false;
        }
        $this->pushed++;
        return parent::push($fd, is_array($data) ? json_encode($data) : $data, $opcode, $flags);
    }

    public function pushAll(array $data)
    {
        $ok = 0;
        foreach ($this->connections as $fd) {
            $this->push($fd, $data) && $ok++;
        }
        return $ok;
    }
}

$server = new JsonServer('0.0.0.0', 9501);
$server->on('open', function (JsonServer $server, $request) {
    $server->push($request->fd, ['hello' => get_class($server)]);
});
$server->on('message', function ($server, $frame) {
    $server->pushAll(['said' => $frame->data, 'pushed' => $server->pushed]);
});
$server->start();
