--TEST--
SeatPush: worker_num: several workers serve, and each reaches every connection
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));
$server->on("WorkerStart", function ($server, $worker) { echo "worker $worker, $server->worker_id, " . SeatPush\Server::workerId() . "\n"; });
$server->on("Start", function () { echo "starts\n"; });', "['worker_num' => 4]");

echo "-- connections are spread over all\n";
$visitors = $of = [];
$differ = function () use (&$of) {
    return count($of) < 4 ? 100 : max(array_map('count', $of)) - min(array_map('count', $of));
};
// A worker that the machine does not let run is passed over, and gets its share later.
for ($i = 0; $i < 80 || ($i < 800 && $differ() > 16); $i++) {
    $visitors[] = $visitor = $server->visitor();
    $of[(int) $visitor->send('$server->worker_id')->text()][] = $visitor;
}
ksort($of);
echo implode(' ', array_keys($of)), ', ', $differ() <= 16 ? "evenly\n" : 'unevenly: ' . json_encode(array_map('count', $of)) . "\n";

echo "-- push() to a connection of another worker, in order\n";
[$ada, $ben] = [$of[1][0], $of[2][0]];
$fd = $ben->send('$frame->fd')->text();
$ada->send('array_sum(array_map(fn ($n) => (int) $server->push(' . $fd . ', "push $n"), range(1, 1000)))');
$came = array_map(fn () => $ben->text(), range(1, 1000));
echo $ada->text(), ' ', $came === array_map(fn ($n) => "push $n", range(1, 1000)) ? "all in order\n" : "not all\n";

echo "-- publish() reaches all\n";
$ada->send('$server->publish("show", "seat 7") > 0');
$texts = [];
foreach ($visitors as $visitor) {
    $texts[] = $visitor->text();
}
echo array_count_values($texts) === ['seat 7' => count($visitors)] ? 'once each' : json_encode(array_count_values($texts)), ' ', $ada->text(), "\n";

echo "-- what each knows of all\n";
foreach ($of as [$one]) {
    echo $one->send('[count($server->connections) === ' . count($visitors) . ', $server->stats()["connection_num"] === ' . count($visitors) . ', $server->stats()["worker_num"], $server->exists(' . $fd . '), $server->isEstablished(' . $fd . ')]')->text(), "\n";
}
echo "-- a connection of another worker is closed\n";
echo $ada->send('$server->disconnect(' . $fd . ', 4000, "enough")')->text(), ', ', $ben->text(), ', ', $ada->send('$server->exists(' . $fd . ')')->text(), "\n";
$status = $server->stop();
$lines = explode("\n", $status);
sort($lines);
echo implode("\n", $lines), "\n";
echo preg_replace('/.*: process \d+/', 'process', $server->server->log('supervises')), "\n";
?>
--EXPECT--
-- connections are spread over all
0 1 2 3, evenly
-- push() to a connection of another worker, in order
1000 all in order
-- publish() reaches all
once each true
-- what each knows of all
[true,true,4,true,true]
[true,true,4,true,true]
[true,true,4,true,true]
[true,true,4,true,true]
-- a connection of another worker is closed
true, close 4000 enough, false
0 starts
bool(true)
worker 0, 0, 0
worker 1, 1, 1
worker 2, 2, 2
worker 3, 3, 3
process supervises; 4 workers of its own serve
