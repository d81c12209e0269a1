<?php
// 4.x: a timer per client, cleared when it goes
class Clock
{
    private $timers = [];

    public static function run()
    {
        $clock = new self();
        $ws = new \Swoole\WebSocket\Server('0.0.0.0', 9501);
        $ws->on('open', [$clock, 'open']);
        $ws->on('message', [$clock, 'message']);
        $ws->on('close', [$clock, 'close']);
        $ws->start();
    }

    public function open($ws, $request)
    {
        $fd = $request->fd;
        $this->timers[$fd] = swoole_timer_tick(1000, function ($id, $fd, $what) use ($ws) {
            static $n = [];
            $n[$fd] = ($n[$fd] ?? 0) + 1;
            if (!$ws->exist($fd)) {
                return swoole_timer_clear($id);
            }
            $ws->push($fd, "$what {$n[$fd]}");
        }, $fd, 'news');
    }

    public function message($ws, $frame)
    {
        if ($frame->data == 'stop') {
            $ok = $ws->clearTimer($this->timers[$frame->fd]) ? 'stopped' : 'was not running';
            $ws->push($frame->fd, $ok);
        } elseif ($frame->data == 'later') {
            $ws->after(1000, function () use ($ws, $frame) {
                $ws->push($frame->fd, 'now');
            });
        } else {
            $ws->push($frame->fd, json_encode(['exists' => swoole_timer_exists($this->timers[$frame->fd])]));
        }
    }

    public function close($ws, $fd)
    {
        if (isset($this->timers[$fd])) {
            \Swoole\Timer::clear($this->timers[$fd]);
            unset($this->timers[$fd]);
        }
    }
}

Clock::run();
