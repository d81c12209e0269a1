--TEST--
SeatPush: tasks: run after the callback that called task(), in order, task_worker_num at a time; results go to Finish or to the callable; other clients are served meanwhile
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// Each task waits in a channel of its own until a client opens it, and says what happens.
const SCRIPT = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set($options ?? []);
$gates = [];
$server->on('Message', function ($server, $frame) use (&$gates) {
    [$do, $of] = explode(' ', $frame->data);
    if ($do === 'open') {
        $gates[$of] ??= new SeatPush\Channel();
        $gates[$of]->push(true);
    } elseif ($do === 'stats') {
        $stats = $server->stats();
        $server->push($frame->fd, json_encode(array_map(fn ($name) => $stats[$name], ['task_count', 'tasking_num', 'task_queue_num', 'task_worker_num', 'task_idle_worker_num'])));
    } else {
        $ids = [];
        foreach (explode(',', $of) as $name) {
            $ids[] = $server->task([$frame->fd, $name], finishCallback: str_starts_with($name, 'own') ? fn ($server, $id, $result) => $server->push($frame->fd, "own finish $id $result") : null);
        }
        $server->push($frame->fd, 'ids ' . implode(',', $ids));
    }
});
$server->on('Task', function ($server, $id, $from, $data) use (&$gates) {
    [$fd, $name] = $data;
    $server->push($fd, "task $id $from $name" . ($server->taskworker ? ' ?' : ''));
    if (str_ends_with($name, 'wait')) {
        ($gates[$name] ??= new SeatPush\Channel())->pop();
    }
    return $name === 'null' ? null : "did $name";
});
$server->on('Finish', fn ($server, $id, $result) => $server->pushMany(iterator_to_array($server->connections, false), "finish $id $result"));
serve($server);
PHP;

function hear(WsClient $client, int $count): void
{
    for ($i = 0; $i < $count; $i++) {
        echo $client->text(), "\n";
    }
}

foreach (['', '$options = ["task_concurrency" => 2];'] as $options) {
    $server = TestServer::start($options . SCRIPT);
    $client = WsClient::connect($server->port)->send('task a,null,own');
    hear($client, 6);
    $client->send('task 1wait,2wait,3wait');
    hear($client, $options ? 3 : 2);
    $client->send('stats x');
    hear($client, 1);
    foreach ([1, 2, 3] as $n) {
        $client->send("open {$n}wait");
        hear($client, $n < 3 - ($options ? 1 : 0) ? 2 : 1);
    }
    $client->send('stats x');
    hear($client, 1);
    $client->close();
    echo $server->stop(), $server->log('ERROR|WARNING'), "\n\n";
}
?>
--EXPECT--
ids 0,1,2
task 0 0 a
finish 0 did a
task 1 0 null
task 2 0 own
own finish 2 did own
ids 3,4,5
task 3 0 1wait
[6,3,2,1,0]
finish 3 did 1wait
task 4 0 2wait
finish 4 did 2wait
task 5 0 3wait
finish 5 did 3wait
[6,0,0,1,1]
0

ids 0,1,2
task 0 0 a
finish 0 did a
task 1 0 null
task 2 0 own
own finish 2 did own
ids 3,4,5
task 3 0 1wait
task 4 0 2wait
[6,3,1,2,0]
finish 3 did 1wait
task 5 0 3wait
finish 4 did 2wait
finish 5 did 3wait
[6,0,0,2,2]
0
