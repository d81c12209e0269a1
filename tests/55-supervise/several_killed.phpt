--TEST--
SeatPush: worker_num: a worker that ends is replaced, and the others notice nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));
$server->on("WorkerError", function ($server, $worker, $pid, $status, $signal) { echo "WorkerError $worker $status $signal\n"; });', "['worker_num' => 3]");
$of = [];
while (count($of) < 3) {
    $visitor = $server->visitor();
    $of[(int) $visitor->send('$server->worker_id')->text()] ??= $visitor;
}
foreach ([['signal(9)', 1], ['exit(4)', 2], ['exit(4)', 1]] as [$how, $worker]) {
    if ($how === 'exit(4)') {
        $of[$worker]->send($how);
    } else {
        signal((int) $of[$worker]->send('getmypid()')->text(), 9);
    }
    while (($text = $of[$worker]->text()) === 'to all');
    echo "-- $how in worker $worker\n$text\n";
    for ($end = microtime(true) + BOUND; microtime(true) < $end;) {
        $visitor = $server->visitor();
        if ($visitor->send('$server->worker_id')->text() === "$worker") {
            break;
        }
    }
    $of[$worker] = $visitor;
    $fd = $visitor->send('$frame->fd')->text();
    $of[0]->send('[$server->publish("show", "to all") > 0, $server->push(' . $fd . ', "and to it")]');
    echo $of[0]->text(), ' ', $of[0]->text(), ', ', $visitor->text(), ', ', $visitor->text(), "\n";
}
echo $server->stop(), "\n";
?>
--EXPECT--
-- signal(9) in worker 1
end
to all [true,true], to all, and to it
-- exit(4) in worker 2
close 1001 server is stopping
to all [true,true], to all, and to it
-- exit(4) in worker 1
close 1001 server is stopping
to all [true,true], to all, and to it
0 WorkerError 1 0 9
WorkerError 2 4 0
WorkerError 1 4 0
bool(true)
