<?php

namespace Old;

/** 4.x: a singleton whose methods are the callbacks; close() and disconnect() of one's own */
class Server extends \swoole_websocket_server
{
    private static $instance;
    public $clients = [];

    public static function getInstance()
    {
        return self::$instance ?: self::$instance = new static('0.0.0.0', 9501);
    }

    public function close($fd, $reset = false)
    {
        unset($this->clients[$fd]);
        $this->push($fd, 'closing');
        return parent::close($fd, $reset);
    }

    public function disconnect($fd, $code = 1000, $reason = '')
    {
        return parent::disconnect($fd, $code, '[' . $reason . ']');
    }

    public function start()
    {
        foreach (get_class_methods($this) as $method) {
            if (preg_match('/^on([A-Z]\w+)$/', $method, $match)) {
                $this->on($match[1], [$this, $method]);
            }
        }
        return parent::start();
    }

    public function onOpen($server, $request)
    {
        $this->clients[$request->fd] = ['since' => $request->server['request_time']];
    }

    public function onMessage($server, $frame)
    {
        switch ($frame->data) {
            case 'count':
                return self::getInstance()->push($frame->fd, (string) count($this->clients));
            case 'close':
                return $this->close($frame->fd);
            case 'leave':
                return $this->disconnect($frame->fd, 1000, 'left');
        }
    }

    public function onClose($server, $fd, $reactorId)
    {
        unset($this->clients[$fd]);
    }
}

Server::getInstance()->set(['worker_num' => 1]);
Server::getInstance()->start();
