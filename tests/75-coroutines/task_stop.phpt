--TEST--
SeatPush: tasks: the stop goes on with the queue until its time is over, and says how many were dropped; a fatal error in Task ends the server
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

const SCRIPT = <<<'PHP'
$hangs = false;
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['max_wait_time' => 1]);
$server->on('Message', function ($server, $frame) {
    foreach (explode(',', $frame->data) as $name) {
        $server->task($name);
    }
    $server->push($frame->fd, 'queued');
});
$server->on('Close', function ($server) use (&$hangs) {
    $hangs || $server->task('by Close');
});
$server->on('Task', function ($server, $id, $from, $data) use (&$hangs) {
    $hangs = $data === 'hangs';
    echo "$data\n";
    if ($data === 'fatal') {
        trigger_error('of a task', E_USER_ERROR);
    }
    while ($data === 'hangs') {
        try {
            (new SeatPush\Channel())->pop();
        } catch (SeatPush\StoppedException $stopped) {
            if (str_contains($stopped->getMessage(), 'any more')) {
                break;
            }
        }
    }
    if ($data === 'stop') {
        $server->shutdown();
        $server->task('in the stop');
    }
});
$server->on('Finish', fn () => 1);
$server->on('Shutdown', function ($server) {
    var_dump($server->task('too late'));
});
ini_set('display_errors', '0');
ini_set('log_errors', '0');
serve($server);
PHP;

// Without a client the stop waits for tasks alone; one of them waits.
$server = TestServer::run(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn () => 1);
$server->on('Task', function ($server, $id) {
    if ($id === 1) {
        $gate = new SeatPush\Channel();
        $server->after(1, fn () => $gate->push('waited, '));
        echo $gate->pop();
    }
    echo "$id\n";
});
$server->on('WorkerStart', function ($server) {
    $server->shutdown();
    array_map($server->task(...), range('a', 'e'));
});
$server->start();
PHP);
echo $server->stdout(), $server->log('task|ERROR'), "\n";

foreach (['stop,a,b', 'hangs,stop,c', 'a,fatal,b'] as $tasks) {
    $server = TestServer::start(SCRIPT);
    $client = WsClient::connect($server->port)->send($tasks);
    echo $client->text(), ', ';
    if ($tasks === 'hangs,stop,c') {
        $server->until('/hangs/');
        $server->signal(SIGTERM);
    }
    echo substr($client->text(), 0, 10), "\n";
    $client->close();
    echo 'status ', $server->wait(), "\n", $server->stdout(), $server->log('task'), "\n";
}
?>
--EXPECT--
0
waited, 1
2
3
4

queued, close 1001
status 0
stop
a
b
in the stop
by Close
bool(false)
WARNING seatpush: a task was not accepted: the server has stopped (1 in all, 0 tasks wait; said once a minute)

queued, close 1001
status 0
hangs
bool(false)
WARNING seatpush: 2 tasks were dropped: they had not begun when the server ended (see max_wait_time)
WARNING seatpush: a task was not accepted: the server has stopped (1 in all, 0 tasks wait; said once a minute)

queued, close 1011
status 255
a
fatal
WARNING seatpush: 1 tasks were dropped: they had not begun when the server ended (see max_wait_time)
WARNING seatpush: a task was not accepted: the server has stopped (1 in all, 1 tasks wait; said once a minute)
