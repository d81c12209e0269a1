--TEST--
SeatPush: options: from Start on, $setting has worker_num, task_worker_num and max_connection, unless they were set
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

foreach (['[]', "['task' => 1]", "['worker_num' => 4, 'task_worker_num' => 0, 'max_connection' => 10]"] as $given) {
    echo TestServer::run("\$given = $given;" . <<<'PHP'
    $server = new SeatPush\Server('127.0.0.1', 0);
    if (isset($given['task'])) {
        $server->on('Task', fn () => 1);
        $given = [];
    }
    $server->set($given + ['message_rate' => 5]);
    $server->on('Message', fn () => 1);
    $server->on('WorkerStart', function ($server, $id) use (&$before) {
        if ($id > 0) {
            return;
        }
        $all = $server->setting;
        echo "$before ", $id < $all['worker_num'] ? 'a worker' : 'a task worker', ' ', json_encode([$all['worker_num'], $all['task_worker_num'], $all['max_connection'] >= 10, $all['message_rate'], count($all)]), "\n";
        $server->shutdown();
    });
    $before = count($server->setting);
    $server->start();
    PHP)->stdout();
}
?>
--EXPECT--
1 a worker [1,0,true,5,4]
1 a worker [1,1,true,5,4]
4 a worker [4,0,true,5,4]
