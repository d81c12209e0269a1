<?php
class PushServer
{
    public $server;
    public $manage;

    public function __construct()
    {
        $this->server = new swoole_websocket_server('0.0.0.0', 9501, SWOOLE_BASE);
        $this->server->set(array('worker_num' => 1, 'heartbeat_check_interval' => 60));
        $this->server->on('message', array($this, 'onMessage'));
        $this->server->on('request', array($this, 'onPublic'));
        $this->manage = $this->server->addlistener('127.0.0.1', 9502, SWOOLE_SOCK_TCP);
        $this->manage->set(array());
        $this->manage->on('request', array($this, 'onManage'));
    }

    public function onMessage($server, $frame)
    {
        $server->push($frame->fd, 'got it');
    }

    public function onPublic($request, $response)
    {
        $response->end('public');
    }

    public function onManage($request, $response)
    {
        switch ($request->server['path_info']) {
            case '/push':
                $n = 0;
                foreach ($this->server->ports[0]->connections as $fd) {
                    if ($this->server->isEstablished($fd)) {
                        $n += $this->server->push($fd, $request->get['text']);
                    }
                }
                $response->end("pushed $n\n");
                break;
            case '/kick':
                foreach ($this->server->connections as $fd) {
                    $this->server->isEstablished($fd) && $this->server->disconnect($fd, 4000, 'kicked');
                }
                $response->end("kicked\n");
                break;
            case '/shutdown':
                $response->end("bye\n");
                $this->server->shutdown();
                break;
            default:
                $response->status(404);
                $response->end();
        }
    }
}

$push = new PushServer();
$push->server->start();
