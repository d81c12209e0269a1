--TEST--
SeatPush: regress: the trace of a coroutine, or of a callback on its old stack, whose starter is gone
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

use SeatPush\Coroutine;

function trace(): string
{
    $names = array_map(fn ($frame) => str_starts_with($frame['function'], '{') ? 'closure' : $frame['function'], (new Exception())->getTrace());
    return implode(' < ', $names) . "\n";
}

function starter(Closure $what): void
{
    Coroutine::create($what);
}

function others(int ...$numbers): void
{
    Coroutine::sleep(0.002);
}

Coroutine::run(function () {
    Coroutine::create(fn () => starter(function () {
        Coroutine::sleep(0.001);
        echo 'run: ', trace();
    }));
    for ($i = 0; $i < 40; $i++) {
        Coroutine::create(fn () => others(1, 2, 3));
    }
    Coroutine::sleep(0.004);
    starter(fn () => print('at once: ' . trace()));
});

$server = TestServer::start(<<<'PHP'
use SeatPush\Coroutine;

function trace(): string
{
    $names = array_map(fn ($frame) => str_starts_with($frame['function'], '{') ? 'closure' : $frame['function'], (new Exception())->getTrace());
    return implode(' < ', $names) . "\n";
}

function starter(Closure $what): void
{
    Coroutine::create($what);
}

$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($request, $response) {
    if ($request->get['of'] === 'coroutine') {
        starter(function () use ($response) {
            Coroutine::sleep(0.001);
            $response->end(trace());
        });
    } else {
        Coroutine::sleep(0.001);
        $response->end(trace());
    }
});
serve($server);
PHP);
foreach (['coroutine', 'callback', 'coroutine', 'callback', 'callback'] as $of) {
    $traces[$of][] = HttpClient::get($server->port, "/?of=$of")['body'];
}
foreach ($traces as $of => $all) {
    echo "$of: ", implode(array_unique($all));
}
$server->stop();
?>
--EXPECT--
run: trace < closure < run
at once: trace < closure < create < starter < closure < run
coroutine: trace < closure < start < serve
callback: trace < closure < start < serve
