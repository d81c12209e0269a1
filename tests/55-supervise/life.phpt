--TEST--
SeatPush: supervise: a worker serves, and another one does when it ends
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised(<<<'PHP'
foreach (['Start', 'ManagerStart', 'WorkerStart', 'WorkerExit', 'WorkerStop', 'WorkerError', 'ManagerStop', 'BeforeShutdown', 'Shutdown'] as $event) {
    $earlier = $server->getCallback($event);
    $server->on($event, function ($server, ...$args) use ($event) {
        $args = array_map(fn ($arg, $i) => $i === 1 ? 'PID' : $arg, $args, array_keys($args));
        file_put_contents('php://stdout', "$event(" . implode(', ', $args) . ') in ' . json_encode(SeatPush\Server::workerId()) . "\n");
    });
}
$server->on('Request', fn ($request, $response) => $response->end('here'));
register_shutdown_function(fn () => file_put_contents('php://stdout', 'the script of ' . json_encode(SeatPush\Server::workerId()) . " ends\n"));
PHP, before: "file_put_contents('php://stdout', 'the script is run by ' . json_encode(SeatPush\\Server::workerId()) . \"\\n\");");

[$master, $worker] = json_decode($server->ask('[$server->master_pid, getmypid()]'));
echo json_encode([$master === $server->server->pid, json_decode($server->ask('[$server->worker_pid, $server->getMasterPid(), $server->manager_pid, $server->worker_id, $server->getWorkerId(), SeatPush\Server::generation()]')) === [$worker, $master, $master, 0, 0, 0]]), "\n";
echo json_encode(array_map(fn ($pid) => rtrim(file_get_contents("/proc/$pid/cmdline"), "\0 "), [$master, $worker])), "\n";
$client = $server->visitor();
signal($worker, 9);
echo 'kill -9: ', $client->text(), ', then ', HttpClient::get($server->port)['body'], "\n";
foreach (['exit(7)', 'trigger_error("fatal", E_USER_ERROR)'] as $end) {
    $client = $server->visitor();
    $client->send($end);
    echo strtok($end, '('), ': ', $client->text(), ', then ', HttpClient::get($server->port)['body'], "\n";
}
echo preg_replace('/ (in|of) \/tmp.*/', '', $server->stop()), "\n";
echo preg_replace('/.*\(supervisor\): |(?<=process )\d+/', '', $server->server->log('another one is started'));
?>
--EXPECT--
[true,true]
["seatpush: supervisor (script.php)","seatpush: worker 0, generation 0 (script.php)"]
kill -9: end, then here
exit: close 1001 server is stopping, then here
trigger_error: close 1011, then here
0 the script is run by null
the script is run by 0
Start() in null
ManagerStart() in null
WorkerStart(0) in 0
WorkerError(0, PID, 0, 9) in null
the script is run by 0
WorkerStart(0) in 0
WorkerExit(0) in 0
WorkerStop(0) in 0
the script of 0 ends
WorkerError(0, PID, 7, 0) in null
the script is run by 0
WorkerStart(0) in 0

Fatal error: fatal
the script of 0 ends
WorkerError(0, PID, 255, 0) in null
the script is run by 0
WorkerStart(0) in 0
BeforeShutdown() in null
WorkerExit(0) in 0
WorkerStop(0) in 0
the script of 0 ends
ManagerStop() in null
Shutdown() in null
bool(true)
the script of null ends
worker 0 (process ) ended, and all of its connections with it: it was ended by signal 9 (Killed); another one is started
worker 0 (process ) ended, and all of its connections with it: it ended with status 7; another one is started
worker 0 (process ) ended, and all of its connections with it: it ended with status 255; another one is started
