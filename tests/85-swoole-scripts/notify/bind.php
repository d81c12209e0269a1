<?php
// Swoole 4.x: uid by bind(), several devices per user
class Notify
{
    protected $serv;
    protected $map = array();   // uid => array(fd => fd)

    public function __construct()
    {
        $this->serv = new Swoole\WebSocket\Server('0.0.0.0', 9501);
        $this->serv->set(array(
            'worker_num' => 1,
            'dispatch_mode' => 5,
            'heartbeat_idle_time' => 600,
            'heartbeat_check_interval' => 60,
        ));
        foreach (array('Open', 'Message', 'Close', 'Request') as $event) {
            $this->serv->on($event, array($this, 'on' . $event));
        }
        $this->serv->start();
    }

    public function onOpen($serv, $request)
    {
        $serv->push($request->fd, 'login please');
    }

    public function onMessage($serv, $frame)
    {
        $data = json_decode($frame->data, true);
        $uid = intval($data['uid']);
        if ($serv->bind($frame->fd, $uid)) {
            $this->map[$uid][$frame->fd] = $frame->fd;
            $info = $serv->connection_info($frame->fd);
            $serv->push($frame->fd, "uid {$info['uid']} from {$info['remote_ip']}, status {$info['websocket_status']}");
        } else {
            $serv->push($frame->fd, 'you are logged in');
        }
    }

    public function onRequest($request, $response)
    {
        $uid = intval($request->get['uid']);
        $n = 0;
        foreach (isset($this->map[$uid]) ? $this->map[$uid] : array() as $fd) {
            if ($this->serv->exist($fd) && $this->serv->push($fd, $request->get['msg'])) {
                $n++;
            }
        }
        $response->header('Content-Type', 'application/json');
        $response->end(json_encode(array('devices' => $n)));
    }

    public function onClose($serv, $fd, $from_id)
    {
        $info = $serv->getClientInfo($fd);
        if (!empty($info['uid'])) {
            unset($this->map[$info['uid']][$fd]);
        }
    }
}

new Notify();
