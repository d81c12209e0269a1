--TEST--
SeatPush: supervise: a reload runs the script afresh, closes with 1012, and changes nothing if the script is broken
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$answer = fn (string $text) => "\$server->on('Request', fn (\$request, \$response) => \$response->end('$text'));";
$posix = PHP_EXTENSION_DIR . '/posix.so';
$server = new Supervised($answer('one'), "['reload_timeout' => 6]", ini: ['display_errors' => '0'] + (is_file($posix) ? ['extension' => $posix] : []));
$get = fn () => HttpClient::get($server->port)['body'];
echo $get(), ', ', $server->ask('SeatPush\Server::generation()'), "\n";

[$ada, $kept] = [$server->visitor(), new HttpClient($server->port)];
$kept->request('GET', '/')->response();
$server->change($answer('two'));
echo $server->reload(), ': Ada ', $ada->text(), ', kept-alive ', json_encode($kept->rest()), ', ', $get(), "\n";

echo "-- from PHP\n";
$ada = $server->visitor();
$server->change($answer('three'));
echo $ada->send('[$server->reload(), $server->reload()]')->text(), ', ', $ada->text(), ', ', $get(), "\n";

echo "-- a script that is broken\n";
$ada = $server->visitor();
foreach ([
    'syntax error' => 'syntax error',
    'an exception' => "throw new Exception('broken');",
    'its end' => 'exit(0);',
    'no start()' => 'sleep(100);',
    'another option' => "\$server->set(['no_such_option' => 1]);",
    'a port that is taken' => "\$server->listen('127.0.0.1', {$server->port}, SeatPush\\Server::SOCK_TCP);",
    'WorkerStart ends' => '$server->on("WorkerStart", fn () => exit(1));',
    'WorkerStart hangs' => '$server->on("WorkerStart", fn () => sleep(100));',
    'what start() refuses' => "\$server->set(['state_file' => '/']);",
    'TERM to its supervisor' => 'posix_kill($server->master_pid, SIGTERM); sleep(100);',
] as $what => $code) {
    $server->change($code . $answer('broken'));
    echo "$what: ", $server->reload(), ', ', $get(), "\n";
}
echo 'Ada: ', $ada->send('"still here"')->text(), "\n";

$server->delete();
echo 'a file that is gone: ', $server->reload(), "\n";

echo "-- mended\n";
$server->change($answer('four'));
echo preg_replace('/\d+/', 'N', $server->reload()), ': ', $ada->text(), ', ', $get(), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
one, 0
reload: generation 1 serves: Ada close 1012 server restarts: come back, kept-alive "", two
-- from PHP
[true,true], close 1012 server restarts: come back, three
-- a script that is broken
syntax error: reload failed, and the generation before serves on: the new worker did not start: it ended with status 255 before start(); what it printed says more, three
an exception: reload failed, and the generation before serves on: the new worker did not start: it ended with status 255 before start(); what it printed says more, three
its end: reload failed, and the generation before serves on: the new worker did not start: it ended with status 0 before start(); what it printed says more, three
no start(): reload failed, and the generation before serves on: the new worker did not start: it did not get to start() within 6 s (reload_timeout), three
another option: reload failed, and the generation before serves on: the new worker did not start: it ended with status 255 before start(); what it printed says more, three
a port that is taken: reload failed, and the generation before serves on: the new worker did not start: it ended with status 255 before start(); what it printed says more, three
WorkerStart ends: reload failed, and the generation before serves on: the new worker did not start: it ended with status 1 in WorkerStart; what it printed says more, three
WorkerStart hangs: reload failed, and the generation before serves on: the new worker did not start: its WorkerStart did not end within 6 s (reload_timeout), three
what start() refuses: reload failed, and the generation before serves on: the new worker did not start: cannot use state_file "/": Is a directory, three
TERM to its supervisor: reload failed, and the generation before serves on: the new worker did not start: the script, run again as a worker, sent a signal to end its own supervisor: leave out what stops an earlier server if SeatPush\Server::workerId() is not null, three
Ada: "still here"
a file that is gone: reload failed, and the generation before serves on: the new worker did not start: it ended with status 255 before start(); what it printed says more
-- mended
reload: generation N serves: close 1012 server restarts: come back, four
0 bool(true)
