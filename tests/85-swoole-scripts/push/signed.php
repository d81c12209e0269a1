<?php
/** PHP 7, Swoole 4: form post with a signature; old names */
define('APP_KEY', 'key');

class WebSocketServer
{
    private $ws;

    public function __construct()
    {
        $this->ws = new swoole_websocket_server('0.0.0.0', 9503, SWOOLE_BASE, SWOOLE_TCP);
        $this->ws->set([
            'worker_num'               => 1,
            'daemonize'                => 0,
            'log_file'                 => '/dev/stderr',
            'heartbeat_check_interval' => 30,
            'heartbeat_idle_time'      => 62,
            'open_tcp_nodelay'         => true,
            'reload_async'             => true,
            'max_wait_time'            => 60,
            'http_parse_post'          => true,
            'upload_tmp_dir'           => '/tmp/',
        ]);
        $this->ws->on('WorkerStart', [$this, 'onWorkerStart']);
        $this->ws->on('OPEN', [$this, 'onOpen']);
        $this->ws->on('message', [$this, 'onMessage']);
        $this->ws->on('Request', [$this, 'onRequest']);
        $this->ws->on('close', [$this, 'onClose']);
        $this->ws->start();
    }

    public function onWorkerStart($serv, $worker_id)
    {
        if (function_exists('opcache_reset')) {
            opcache_reset();
        }
        if ($worker_id >= $serv->setting['worker_num']) {
            swoole_set_process_name('ws task');
        }
    }

    public function onOpen($ws, $req)
    {
    }

    public function onMessage($ws, $frame)
    {
        if ($frame->data == 'ping') {
            $ws->push($frame->fd, 'pong', WEBSOCKET_OPCODE_TEXT, true);
        }
    }

    public function onRequest(swoole_http_request $req, swoole_http_response $resp)
    {
        if ($req->server['path_info'] == '/favicon.ico' || $req->server['request_method'] != 'POST') {
            $resp->status(404);
            return $resp->end();
        }
        $sign = isset($req->post['sign']) ? $req->post['sign'] : '';
        if ($sign !== md5(APP_KEY . $req->post['msg'])) {
            $resp->status(403);
            return $resp->end('sign error');
        }
        $count = 0;
        $start_fd = 0;
        while (true) {
            $conn_list = $this->ws->connection_list($start_fd, 10);
            if ($conn_list === false || count($conn_list) === 0) {
                break;
            }
            $start_fd = end($conn_list);
            foreach ($conn_list as $fd) {
                $info = $this->ws->connection_info($fd);
                if (isset($info['websocket_status']) && $info['websocket_status'] == WEBSOCKET_STATUS_FRAME) {
                    $this->ws->push($fd, $req->post['msg']);
                    $count++;
                }
            }
        }
        $resp->end("ok $count");
    }

    public function onClose($ws, $fd, $reactor_id)
    {
    }
}

new WebSocketServer();
