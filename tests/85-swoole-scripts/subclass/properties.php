<?php

/** A framework's server: its configuration stands in properties that the server has as well */
class WsServer extends \Swoole\WebSocket\Server
{
    public $host = '127.0.0.1';
    public $port = 9501;
    public $connections = [];
    public $setting;
    public $ssl = false;
    public $worker_num = 3;
    public $daemonize = false;

    public function __construct()
    {
        parent::__construct($this->host, $this->port, SWOOLE_PROCESS, SWOOLE_SOCK_TCP | ($this->ssl ? SWOOLE_SSL : 0));
        $this->set(['worker_num' => $this->worker_num, 'daemonize' => $this->daemonize, 'task_worker_num' => 2]);
        foreach (['start', 'workerStart', 'workerError', 'managerStart', 'pipeMessage', 'open', 'message', 'close', 'task', 'finish'] as $event) {
            $this->on($event, [$this, 'on' . ucfirst($event)]);
        }
    }

    public function onMessage($server, $frame)
    {
        $server->push($frame->fd, "{$this->host}:{$this->port}, " . count($this->connections) . " here, {$this->setting['worker_num']} workers");
    }

    public function onTask($server, $task_id, $from_id, $data)
    {
        return $data;
    }

    public function __call($name, $args)    // the other events
    {
        echo "$name\n";
    }
}

(new WsServer())->start();
