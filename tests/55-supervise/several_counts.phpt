--TEST--
SeatPush: worker_num: publish() and subscriberCount() say the same in each worker
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

const WORKERS = 3;
const COUNT = '[$server->subscriberCount("show"), $server->publish("show", "news"), $server->subscriberCount("nobody")]';

$server = new Supervised('', "['worker_num' => " . WORKERS . ']');

/** A visitor of that worker. */
$of = function (int $worker) use ($server): WsClient {
    for ($end = microtime(true) + BOUND; microtime(true) < $end;) {
        $visitor = $server->visitor();
        if ($visitor->send('$server->worker_id')->text() === "$worker") {
            return $visitor;
        }
    }
    throw new Exception("worker $worker accepts nobody");
};
$say = function (string $what) use (&$askers): void {
    echo "$what:";
    foreach ($askers as $asker) {
        echo ' ', $asker->send(COUNT)->text();
    }
    echo "\n";
};
/** What happens to another process is noticed a moment later. */
$until = function (int $count) use (&$askers): void {
    for ($end = microtime(true) + BOUND; microtime(true) < $end; usleep(2000)) {
        if (array_filter($askers, fn ($asker) => $asker->send('$server->subscriberCount("show")')->text() !== "$count") === []) {
            return;
        }
    }
};
$heard = function (WsClient $visitor, string $code): string {
    $visitor->send($code);
    while (($text = $visitor->text()) === 'news') {
    }
    return $text;
};

$askers = array_map($of, range(0, WORKERS - 1));
$say('nobody');
$subscribers = [];
for ($worker = 0; $worker < WORKERS; $worker++) {
    for ($i = 0; $i <= $worker; $i++) {
        $subscribers[$worker][$i] = $of($worker);
        $heard($subscribers[$worker][$i], '$server->subscribe($frame->fd, "show")');
    }
    $say('as soon as worker ' . $worker . ' has ' . $worker + 1);
}
$heard($subscribers[2][0], '$server->unsubscribe($frame->fd, "show")');
$say('as soon as one has unsubscribed');
$askers[0]->send('$server->subscribe(' . $heard($subscribers[2][0], '$frame->fd') . ', "show")')->text();
$until(6);
$say('another worker subscribes it again');
$subscribers[2][1]->close();
$until(5);
$say('one has closed');
signal((int) $askers[1]->send('getmypid()')->text(), 9);
unset($askers[1]);
$until(3);
$say('worker 1 is killed');
$askers[1] = $of(1);
$subscribers[1] = [$of(1)];
$heard($subscribers[1][0], '$server->subscribe($frame->fd, "show")');
$say('another one serves in its place');
$askers[1]->send('exit(0)');
$askers[1]->text();
unset($askers[1]);
$until(3);
$say('worker 1 ends');
echo $server->stop(), "\n";
?>
--EXPECT--
nobody: [0,0,0] [0,0,0] [0,0,0]
as soon as worker 0 has 1: [1,1,0] [1,1,0] [1,1,0]
as soon as worker 1 has 2: [3,3,0] [3,3,0] [3,3,0]
as soon as worker 2 has 3: [6,6,0] [6,6,0] [6,6,0]
as soon as one has unsubscribed: [5,5,0] [5,5,0] [5,5,0]
another worker subscribes it again: [6,6,0] [6,6,0] [6,6,0]
one has closed: [5,5,0] [5,5,0] [5,5,0]
worker 1 is killed: [3,3,0] [3,3,0]
another one serves in its place: [4,4,0] [4,4,0] [4,4,0]
worker 1 ends: [3,3,0] [3,3,0]
0 bool(true)
