--TEST--
SeatPush: worker_num: across a reload each connection counts once for its address, whether it stays or comes again
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

/** Opens visitors until one is refused, or so many are there. @return list<WsClient> */
function fill(int $port, int $most = 100): array
{
    for ($visitors = []; count($visitors) < $most && ($visitor = WsClient::upgrade($port))->status === 101; $visitors[] = $visitor);
    return $visitors;
}
/** How many visitors serves this generation, once all are there. */
function moved(array $visitors, int $generation): int
{
    foreach ($visitors as $visitor) {
        while (($at = $visitor->send('SeatPush\Server::generation()')->text()) !== "$generation" && is_numeric($at));
        $of[] = $at;
    }
    return count(array_keys($of, "$generation"));
}

$code = fn (int $workers, int $limit) => "\$server->listen('127.0.0.1', 0)->set(['max_conn_per_ip' => $limit]);\n\$server->set(['worker_num' => $workers]);";

echo "-- keep\n";
$server = new Supervised($code(3, 20), "['reload_mode' => 'keep', 'max_wait_time' => 30]");
$port = $server->server->ports[1];
$visitors = fill($port);
echo count($visitors), "\n";
foreach (['fewer workers' => [2, 20], 'more workers' => [4, 20], 'a higher limit' => [4, 23], 'none' => [3, 0], 'a lower one' => [2, 10]] as $how => [$workers, $limit]) {
    $server->change($code($workers, $limit));
    $server->reload();
    $generation = ($generation ?? 0) + 1;
    $stay = moved($visitors, $generation);
    $more = fill($port, 5);
    array_push($visitors, ...$more);
    echo "$how: $stay stay, ", count($more), " more may come\n";
}
foreach (array_splice($visitors, 9) as $visitor) {
    $visitor->close()->rest();
}
for ($end = microtime(true) + BOUND; ($last = WsClient::upgrade($port))->status !== 101 && microtime(true) < $end;);
echo 'when 19 have gone: ', $last->status, ' ', WsClient::upgrade($port)->status, "\n";

echo $server->stop(), "\n";

echo "-- the ports in another order\n";
$ports = ["\$server->listen('127.0.0.1', 0)->set(['max_conn_per_ip' => 5]);", "\$server->listen('127.0.0.2', 0)->set(['max_conn_per_ip' => 7]);"];
$server = new Supervised(implode("\n", $ports), "['worker_num' => 2, 'reload_mode' => 'keep', 'max_wait_time' => 30]");
$port = $server->server->ports[1];
$visitors = fill($port);
echo count($visitors), ', ';
$server->change(implode("\n", array_reverse($ports)));
$server->reload();
echo moved($visitors, 1), ' stay, ', count(fill($port)), " more\n";
echo $server->stop(), "\n";

echo "-- reconnect\n";
$server = new Supervised($code(3, 12));
$port = $server->server->ports[1];
$visitors = fill($port);
echo count($visitors), ', ';
$server->reload();
foreach ($visitors as $visitor) {
    while (str_starts_with($said = $visitor->text(), '"')) {
    }
    $told[] = $said;
    $again[] = WsClient::upgrade($port);    // before it has answered
}
echo json_encode(array_count_values($told)), ' ', json_encode(array_count_values(array_column($again, 'status'))), ', ', count(fill($port)), " more\n";
echo $server->stop(), "\n";
?>
--EXPECT--
-- keep
20
fewer workers: 20 stay, 0 more may come
more workers: 20 stay, 0 more may come
a higher limit: 20 stay, 3 more may come
none: 23 stay, 5 more may come
a lower one: 28 stay, 0 more may come
when 19 have gone: 101 429
0 bool(true)
-- the ports in another order
5, 5 stay, 0 more
0 bool(true)
-- reconnect
12, {"close 1012 server restarts: come back":12} {"101":12}, 0 more
0 bool(true)
