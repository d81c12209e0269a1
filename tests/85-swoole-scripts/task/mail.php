<?php

class MailServer
{
    private $serv;

    public function __construct()
    {
        $this->serv = new Swoole\WebSocket\Server('0.0.0.0', 9501);
        $this->serv->set([
            'worker_num' => 2,
            'task_worker_num' => 4,
            'task_max_request' => 1000,
            'task_tmpdir' => '/tmp',
            'dispatch_mode' => 2,
        ]);
        $this->serv->on('Message', [$this, 'onMessage']);
        $this->serv->on('Task', [$this, 'onTask']);
        $this->serv->on('Finish', [$this, 'onFinish']);
        $this->serv->start();
    }

    public function onMessage($serv, $frame)
    {
        $task_id = $serv->task(json_encode(['fd' => $frame->fd, 'to' => $frame->data, 'subject' => 'Your tickets']));
        $serv->push($frame->fd, is_int($task_id) ? "queued" : 'busy');
    }

    public function onTask($serv, $task_id, $from_id, $data)
    {
        $mail = json_decode($data, true);
        if (strpos($mail['to'], '@') === false) {
            return json_encode(['fd' => $mail['fd'], 'ok' => false]);
        }
        // PHPMailer::send() ...
        $serv->finish(json_encode(['fd' => $mail['fd'], 'ok' => true]));
    }

    public function onFinish($serv, $task_id, $data)
    {
        $data = json_decode($data, true);
        if ($serv->exist($data['fd'])) {
            $serv->push($data['fd'], $data['ok'] ? 'mail sent' : 'bad address');
        }
    }
}

new MailServer();
