<?php
// A channel and a writer coroutine per client, so that nobody waits for a slow one
class Hub
{
    /** @var chan[] */
    private $queues = [];

    public function open($server, $request)
    {
        $fd = $request->fd;
        $this->queues[$fd] = $queue = new chan(16);
        go(function () use ($server, $fd, $queue) {
            defer(function () use ($fd) {
                unset($this->queues[$fd]);
                $this->tell('one has left, ' . count($this->queues) . ' remain');
            });
            while (($text = $queue->pop()) !== false) {
                if (!$server->exist($fd) || !$server->push($fd, $text)) {
                    break;
                }
            }
        });
        $this->tell(count($this->queues) . ' are here');
    }

    public function message($server, $frame)
    {
        Co::sleep(0.001);
        $this->tell($frame->data);
    }

    public function close($server, $fd)
    {
        if (isset($this->queues[$fd])) {
            $this->queues[$fd]->close();
        }
    }

    private function tell($text)
    {
        foreach ($this->queues as $queue) {
            $queue->push($text, 5);
        }
    }
}

$hub = new Hub();
$server = new Swoole\WebSocket\Server('0.0.0.0', 9501);
$server->set(['send_yield' => true, 'enable_coroutine' => true]);
$server->on('open', [$hub, 'open']);
$server->on('message', [$hub, 'message']);
$server->on('close', [$hub, 'close']);
$server->start();
