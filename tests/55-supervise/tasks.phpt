--TEST--
SeatPush: task_worker_num: tasks run in processes of their own, which reach all connections; results, finish() and the callable are the caller's
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('$server->on("Task", function ($server, $id, $from, $data) {
    if (is_string($data)) {
        return json_encode([$id, $from, eval("return $data;")]);
    }
    $data->by = $server->worker_id;
    $server->finish("first of $id");
    return $data;
});
$server->on("Finish", function ($server, $id, $result) {
    global $asked;
    $server->push($asked, "finish $id in {$server->worker_id}: " . (is_string($result) ? $result : json_encode($result)));
});
$server->on("PipeMessage", fn ($server, $from, $message) => $server->push($message, "{$server->worker_id} got a message of $from"));
$asked = 0;', "['worker_num' => 2, 'task_worker_num' => 2]");
[[$ada], [$ben]] = $server->spread(2, 1);
foreach ([$ada, $ben] as $k => $visitor) {
    $visitor->send('($GLOBALS["asked"] = $frame->fd) && $server->subscribe($frame->fd, "show")')->text();
}

function task(WsClient $who, string $code): string
{
    return $who->send('$server->taskwait(' . var_export($code, true) . ', 30)')->text();
}

/** What comes from two processes may come in any order. */
function sorted(string ...$texts): string
{
    sort($texts);
    return implode(' ', $texts);
}

echo "-- where it runs\n";
foreach (['$server->worker_id', '$server->taskworker', 'SeatPush\Server::workerId() === $server->worker_id && getmypid() === $server->worker_pid', '$server->setting["task_worker_num"]', 'count(iterator_to_array($server->connections))'] as $code) {
    echo task($ben, $code), "\n";
}
echo $ada->send('[$server->taskworker, $server->setting["task_worker_num"], $server->stats()["task_worker_num"]]')->text(), "\n";

echo "-- one that is named; several at the same time\n";
foreach ([0, 1, 0] as $number) {
    echo $ada->send('$server->taskwait("\$server->worker_id", 30, ' . $number . ')')->text(), ' ';
}
echo "\n", $ada->send('count(array_unique($server->taskWaitMulti(["usleep(50000) ?: getmypid()", "usleep(50000) ?: getmypid()"], 30)))')->text(), "\n";

echo "-- it reaches the connections of all\n";
$fd = (int) $ada->send('$frame->fd')->text();
echo task($ben, "[\$server->push($fd, 'pushed'), \$server->disconnect(999)]"), ' ', $ada->text(), "\n";
$ben->send('$server->taskwait("\$server->publish(\'show\', \'published\')", 30)');
echo sorted(preg_replace('/\d+/', 'n', $ben->text()), preg_replace('/\d+/', 'n', $ben->text())), ' ', $ada->text(), "\n";
echo task($ben, "array_intersect_key(\$server->getClientInfo($fd), ['websocket_status' => 1]) + [count(\$server->subscribers('show')), \$server->subscriberCount('show')]"), "\n";
$ada->send('$server->taskwait("\$server->sendMessage(' . $fd . ', 1)", 30, 0)');
echo sorted(preg_replace('/\[\d+/', '[n', $ada->text()), preg_replace('/\[\d+/', '[n', $ada->text())), "\n";
$ada->send("\$server->sendMessage($fd, 3)");
echo sorted($ada->text(), $ada->text()), "\n";

echo "-- an object is a copy; Finish, and the callable, run in the caller\n";
$ada->send('$server->task($GLOBALS["given"] = new stdClass, 1)');
echo preg_replace('/\d+/', 'n', $ada->text() . ' ' . $ada->text()), ' ', $ada->text(), ' ', $ada->send('isset($GLOBALS["given"]->by)')->text(), "\n";
$ben->send('$server->task(new stdClass, 0, fn ($server, $id, $result) => $server->push(' . $fd . ', "own callable in {$server->worker_id}: " . json_encode($result)))')->text();
echo preg_replace('/of \d+/', 'of n', $ada->text()), ' ', $ada->text(), "\n";
echo $server->stop(), "\n";
echo $server->server->log('ERROR|WARNING');
?>
--EXPECT--
-- where it runs
"[0,1,2]"
"[1,1,true]"
"[2,1,true]"
"[3,1,2]"
"[4,1,2]"
[false,2,2]
-- one that is named; several at the same time
"[0,0,2]" "[1,0,3]" "[2,0,2]" 
2
-- it reaches the connections of all
"[5,1,[true,false]]" pushed
"[n,n,n]" published published
"[7,1,{\"websocket_status\":3,\"0\":2,\"1\":2}]"
"[n,0,true]" 1 got a message of 2
3 got a message of 0 true
-- an object is a copy; Finish, and the callable, run in the caller
n finish n in n: first of n finish 6 in 0: {"by":3} false
own callable in 1: "first of n" own callable in 1: {"by":2}
0 bool(true)
