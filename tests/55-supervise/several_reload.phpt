--TEST--
SeatPush: worker_num: a reload replaces all workers together or none, and their number may change
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$code = fn (int $version, int $workers, string $more = '') => "\$server->set(['worker_num' => $workers]);\n$more\n" .
    '$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));';
$server = new Supervised($code(1, 3), "['reload_mode' => 'keep', 'max_wait_time' => 30]");
$visitors = [];
for ($i = 0; $i < 30; $i++) {
    $visitors[] = $server->visitor();
}
/** Which workers of this generation the visitors have, once they are there, and whether all hear what one publishes. */
function where(array $visitors, int $generation): string
{
    foreach ($visitors as $visitor) {
        do {
            $at = $visitor->send('SeatPush\Server::generation() . "." . $server->worker_id')->text();
        } while (!str_starts_with($at, "\"$generation."));
        $of[] = $at;
    }
    $visitors[0]->send('$server->publish("show", "to all") > 0');
    foreach ($visitors as $visitor) {
        $texts[] = $visitor->text();
    }
    $of = array_unique(str_replace('"', '', $of));
    sort($of);
    return implode(' ', $of) . ', ' . json_encode(array_count_values($texts)) . ' ' . $visitors[0]->text();
}
echo where($visitors, 0), "\n";
foreach (['more' => [2, 5], 'fewer' => [3, 2], 'one' => [4, 1], 'several again' => [5, 2]] as $how => [$version, $workers]) {
    $server->change($code($version, $workers));
    echo "-- $how\n", $server->reload(), "\n", where($visitors, $version - 1), "\n";
}
echo "-- one of them fails in WorkerStart, or before\n";
$server->change($code(6, 3, '$server->on("WorkerStart", fn ($server, $worker) => $worker === 2 && exit(3));'));
echo $server->reload(), "\n", where($visitors, 4), "\n";
$server->change($code(7, 3, 'if (SeatPush\Server::workerId() === 1) { exit(5); }'));
echo $server->reload(), "\n", where($visitors, 4), "\n";
$server->change($code(8, 2));
echo $server->reload(), "\n", where($visitors, 7), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
0.0 0.1 0.2, {"to all":30} true
-- more
reload: generation 1 serves
1.0 1.1 1.2, {"to all":30} true
-- fewer
reload: generation 2 serves
2.0 2.1, {"to all":30} true
-- one
reload: generation 3 serves
3.0, {"to all":30} true
-- several again
reload: generation 4 serves
4.0, {"to all":30} true
-- one of them fails in WorkerStart, or before
reload failed, and the generation before serves on: the new worker did not start: it ended with status 3 in WorkerStart; what it printed says more
4.0, {"to all":30} true
reload failed, and the generation before serves on: the new worker did not start: it ended with status 5 before start(); what it printed says more
4.0, {"to all":30} true
reload: generation 7 serves
7.0, {"to all":30} true
0 bool(true)
