--TEST--
SeatPush: tasks: taskwait(), taskWaitMulti() and taskCo(): results, time-outs, tasks that fail; a second result is dropped
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// A task named "never" waits for good, and is ended with the server.
const SCRIPT = <<<'PHP'
use SeatPush\{Channel, Coroutine};

$server = new SeatPush\Server('127.0.0.1', 0);
$server->set($options + ['task_concurrency' => 4]);
$server->on('Task', function ($server, ...$args) {
    $data = $args[0] instanceof SeatPush\Task ? $args[0]->data : $args[2];
    switch ($data) {
        case 'never':
            (new Channel())->pop();
        case 'throw':
            throw new Exception('it failed');
        case 'twice':
            return [$server->finish('first'), $server->finish('second')];
        case 'later':
            $GLOBALS['later'] = $args[0];
        case 'nothing':
            return null;
        case 'false':
            return false;
        case 'wait':
            return $server->taskwait('x');
    }
    return "did $data";
});
$server->on('Finish', fn ($server, $id, $result) => print('Finish: ' . json_encode($result) . "\n"));
$server->on('Error', fn ($server, $error, $where) => print("$where: {$error->getMessage()}\n"));
$server->on('Request', function ($request, $response) use ($server) {
    [$method, $data, $timeout] = json_decode($request->get['q']);
    if (is_object($data)) {
        $data = (array) $data;
    }
    if ($data === 'later') {
        $server->after(1, fn () => print('later: ' . json_encode([$GLOBALS['later']->finish('late'), $GLOBALS['later']->finish('again')]) . "\n"));
    }
    try {
        $response->end(json_encode($server->$method($data, $timeout)));
    } catch (Throwable $error) {
        $response->end(get_class($error) . ': ' . $error->getMessage());
    }
});
serve($server);
PHP;

foreach (['$options = [];', '$options = ["task_enable_coroutine" => true];'] as $options) {
    $server = TestServer::start("$options\n" . SCRIPT);
    $ask = fn (string $method, $data, float $timeout = 60) => print(json_encode($data) . ': '
        . HttpClient::get($server->port, '/?q=' . urlencode(json_encode([$method, $data, $timeout])))['body'] . "\n");
    foreach ($options === '$options = [];' ? ['a', 'nothing', 'false', 'throw', 'twice', 'wait'] : ['a', 'later'] as $name) {
        $ask('taskwait', $name);
    }
    $ask('taskWaitMulti', ['a', 'throw', 'b']);
    $ask('taskWaitMulti', ['x' => 'a', 'y' => 'b']);
    $ask('taskWaitMulti', []);
    $ask('taskwait', 'a', 0);
    $ask('taskwait', 'never', 0.01);
    $ask('taskWaitMulti', ['a', 'never', 'throw'], 0.2);
    $ask('taskWaitMulti', ['queued'], 60);
    $ask('taskCo', ['a', 'never', 'c', 'never'], 0.2);
    $ask('taskWaitMulti', ['queued behind them', 'too'], 0.01);
    echo $server->stop(), "\n", $server->stdout(), "\n";
}
?>
--EXPECT--
"a": "did a"
"nothing": false
"false": false
"throw": false
"twice": "first"
"wait": false
["a","throw","b"]: ["did a",false,"did b"]
{"x":"a","y":"b"}: {"x":"did a","y":"did b"}
[]: []
"a": ValueError: SeatPush\Server::taskwait(): Argument #2 ($timeout) must be at least 0.001 seconds, and at most a year
"never": false
["a","never","throw"]: {"0":"did a","2":false}
["queued"]: ["did queued"]
["a","never","c","never"]: ["did a",false,"did c",false]
["queued behind them","too"]: false
0
Task: it failed
Task: taskwait() cannot wait in a Task callback, where it could wait behind itself: call task(), or do the work right there
Task: it failed
Task: it failed

"a": "did a"
"later": "late"
["a","throw","b"]: ["did a",false,"did b"]
{"x":"a","y":"b"}: {"x":"did a","y":"did b"}
[]: []
"a": ValueError: SeatPush\Server::taskwait(): Argument #2 ($timeout) must be at least 0.001 seconds, and at most a year
"never": false
["a","never","throw"]: ["did a",false,false]
["queued"]: ["did queued"]
["a","never","c","never"]: ["did a",false,"did c",false]
["queued behind them","too"]: [false,false]
0
later: [true,false]
Task: it failed
Task: it failed
