--TEST--
SeatPush: session: sleep() waits in every callback, in a script's own Fiber and inside usort(); elsewhere it says why it cannot
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
function why(callable $try): string { try { $try(); return 'waited'; } catch (Throwable $e) { return get_class($e) . ': ' . $e->getMessage(); } }
class Sleeper { public $why, $self; function __construct(public $s) {} function __destruct() { ($this->why)(why(fn () => $this->s->sleep(1))); } }
$server = new SeatPush\Server('127.0.0.1', 0);
echo 'before start: ', why(fn () => $server->sleep(1)), "\n", why(fn () => $server->sleep(-1)), "\n";
foreach (['Start', 'WorkerStart', 'BeforeShutdown', 'WorkerStop', 'Shutdown'] as $event) {
    $server->on($event, function ($s) use ($event) { $why = why(fn () => $s->sleep($event === 'Start' ? 1 : 2)); echo "$event: $why\n"; });
}
$server->on('Connect', function ($s) { $s->sleep(1); echo "Connect\n"; });
$server->on('BeforeHandshakeResponse', function ($s, $q, $r) { $s->sleep(1); $r->header('X-Waited', 'yes'); });
$server->on('Open', function ($s, $q) { $s->sleep(1); $s->push($q->fd, 'Open'); });
$server->on('Message', function ($s, $f) {
    $words = ['c', 'a', 'b'];
    usort($words, function ($x, $y) use ($s) { $s->sleep(1); return $x <=> $y; });
    $fiber = new Fiber(function () use ($s) { $s->sleep(1); $word = Fiber::suspend('first'); $s->sleep(1); return $word; });
    $first = $fiber->start();
    $fiber->resume('second');
    $generator = (function () use ($s) { yield 1; $s->sleep(1); yield 2; })();
    $one = new Sleeper($s);
    $one->why = fn ($why) => print((PHP_VERSION_ID < 80400) === ($why !== 'waited') ? "a destructor waits from PHP 8.4 on\n" : "destructor: $why\n");
    $one = null;
    $cycle = new Sleeper($s);
    $cycle->why = fn ($why) => print("destructor that the collector runs: $why\n");
    $cycle->self = $cycle;
    $cycle = null;
    gc_collect_cycles();
    $s->push($f->fd, implode($words) . " $first " . $fiber->getReturn() . ' ' . implode(',', iterator_to_array($generator)));
    $s->defer(function () use ($s, $f) { $s->sleep(1); $s->push($f->fd, 'deferred'); });
    $s->after(1, function () use ($s, $f) { $s->sleep(1); $s->push($f->fd, 'timer'); throw new Exception('caught'); });
});
$server->on('Error', function ($s, $e, $event) { $s->sleep(1); echo "Error: {$e->getMessage()} in $event\n"; });
serve($server);
PHP);
$client = WsClient::connect($server->port);
echo str_contains($client->head, 'X-Waited: yes') ? 'head, ' : 'no head, ', $client->text(), "\n", $client->send('x')->text(), "\n", $client->text(), ' ', $client->text(), "\n";
$server->until('/Error: caught/');
echo $server->stop(), "\n";
$lines = explode("\n", trim($server->stdout()));
sort($lines);
echo implode("\n", $lines), "\n";
$server = TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0); $server->on("Handshake", function ($q, $r) use ($server) { $server->sleep(1); $r->status(101); $r->header("Upgrade", "websocket"); $r->header("Connection", "Upgrade"); $r->header("Sec-WebSocket-Accept", base64_encode(sha1($q->header["sec-websocket-key"] . "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", true))); $r->end(); $server->sleep(1); $server->push($q->fd, "by hand"); }); $server->on("Message", fn ($s, $f) => $s->push($f->fd, $f->data)); serve($server);');
$client = WsClient::connect($server->port)->send('echo');
echo $client->text(), ', ', $client->text(), "\n";
?>
--EXPECT--
head, Open
abc first second 1,2
deferred timer
0
BeforeShutdown: SeatPush\StoppedException: sleep() was ended: the server is stopping
Connect
Error: caught in Timer
Shutdown: SeatPush\StoppedException: sleep() cannot wait any more: the server is stopping
Start: waited
ValueError: SeatPush\Server::sleep(): Argument #1 ($ms) must be from 0 to 31536000000 milliseconds
WorkerStart: waited
WorkerStop: SeatPush\StoppedException: sleep() cannot wait any more: the server is stopping
a destructor waits from PHP 8.4 on
before start: SeatPush\Exception: sleep() can wait only in a callback of a running server, or in Coroutine::run()
destructor that the collector runs: SeatPush\Exception: sleep() cannot wait here, in a destructor or a signal handler: call it before the object is destroyed, or in a timer
by hand, echo
