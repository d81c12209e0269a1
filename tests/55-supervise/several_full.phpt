--TEST--
SeatPush: worker_num: a worker that has no descriptors left leaves new connections to the others, and 503 comes when none has any
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('PHP without valgrind');    // valgrind needs descriptors of its own
?>
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('$server->on("Request", function ($request, $response) use ($server) { $response->end("worker $server->worker_id"); });
function fill() {
    while ($file = @fopen("/dev/null", "r")) { $GLOBALS["held"][] = $file; }
}
function free() {
    $GLOBALS["held"] = [];
}', "['worker_num' => 2]", '', [], ['sh', '-c', 'ulimit -n 200; exec "$@"', 'sh']);
$of = $server->spread(2, 3);

/** Who answers so many requests, one after another. */
function answers(Supervised $server, int $count): string
{
    for ($said = []; $count > 0; $count--) {
        $answer = HttpClient::get($server->port, '/', ['Connection' => 'close']);
        $said[] = $answer['status'] . ($answer['status'] === 200 ? " $answer[body]" : '');
    }
    $said = array_count_values($said);
    ksort($said);
    return json_encode($said);
}

foreach ([0, 1] as $worker) {
    $of[$worker][0]->send('fill()')->text();
    echo "worker $worker is full: ", answers($server, 40), ' ', $of[1 - $worker][1]->send('[$server->worker_id, $server->stats()["refused_connection_count"]]')->text(), "\n";
    if ($worker === 0) {
        $of[0][0]->send('free()')->text();
        for ($end = microtime(true) + BOUND; !str_contains($said = answers($server, 4), 'worker 0') && microtime(true) < $end; );
        echo 'and then not any more: ', str_contains($said, 'worker 0') ? 'it' : "never, $said", " answers again\n";
    }
}
$of[0][0]->send('fill()')->text();
echo 'both are: ', answers($server, 10), "\n";
$of[1][0]->send('free()')->text();
for ($end = microtime(true) + BOUND; str_contains($said = answers($server, 4), '503') && microtime(true) < $end; );
echo 'one of them is not any more: ', $said, "\n";
echo $server->stop(), "\n";
$lines = preg_grep('/no descriptors left/', explode("\n", $server->log()));
echo preg_replace('/^.*?WARNING seatpush/', '', implode("\n", preg_replace('/with \d+/', 'with N', $lines))), "\n";
?>
--EXPECT--
worker 0 is full: {"200 worker 1":40} [1,0]
and then not any more: it answers again
worker 1 is full: {"200 worker 0":40} [0,0]
both are: {"503":10}
one of them is not any more: {"200 worker 1":4}
0 bool(true)
 (worker 0, generation 0): no descriptors left in this worker, with N connections (ulimit -n): the other workers take the next ones
WARNING seatpush (worker 1, generation 0): no descriptors left in this worker, with N connections (ulimit -n): the other workers take the next ones
