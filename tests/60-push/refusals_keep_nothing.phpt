--TEST--
SeatPush: push: calls keep no memory, whether they are refused or not
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
function grown(string $name, callable $call): void
{
    for ($round = 0; $round < 300; $round++) {
        if ($round === 100) {
            $before = memory_get_usage();
        }
        try {
            $call($round);
        } catch (Error | SeatPush\Exception $e) {
            unset($e);
        }
    }
    if (memory_get_usage() - $before > 4000) {
        echo "$name: ", memory_get_usage() - $before, "\n";
    }
}
$server->on('Message', function ($s, $f) {
    $close = new SeatPush\CloseFrame();
    $close->code = 1006;
    $bad = new SeatPush\CloseFrame();
    $frame = new SeatPush\Frame();
    $text = new class { function __toString() { return str_repeat('x', 100); } };
    grown('opcode', fn ($i) => $s->push($f->fd, "text $i", 77));
    grown('not UTF-8', fn ($i) => $s->push($f->fd, "\xff $i"));
    grown('control', fn ($i) => $s->push($f->fd, str_repeat('x', 126 + $i), 9));
    grown('control in fragments', fn ($i) => $s->push($f->fd, "x$i", 9, 0));
    grown('continuation', fn ($i) => $s->push($f->fd, "x$i", 0));
    grown('close payload', fn ($i) => $s->push($f->fd, "\0\1 $i", 8));
    grown('array', fn ($i) => $s->push($f->fd, ["$i"]));
    grown('object', fn ($i) => $s->push($f->fd, new stdClass()));
    grown('CloseFrame code', function ($i) use ($s, $f, $close) { $close->reason = "r $i"; $s->push($f->fd, $close); });
    grown('CloseFrame reason', function ($i) use ($s, $f, $bad) { $bad->reason = "\xff $i"; $s->push($f->fd, $bad); });
    grown('gone', fn ($i) => $s->push($i, "to nobody $i"));
    grown('gone close', fn ($i) => $s->push($i, pack('n', 1000) . "reason $i", 8));
    grown('gone frame', function ($i) use ($s, $frame) { $frame->data = "data $i"; $s->push($i, $frame); });
    grown('gone fragment', fn ($i) => $s->push($i, "begin $i", 1, 0));
    grown('gone object', fn ($i) => $s->push($i, $text));
    grown('pack', fn ($i) => SeatPush\Server::pack("text $i"));
    grown('pack refused', fn ($i) => SeatPush\Server::pack("\xff$i"));
    grown('string', function ($i) use ($frame) { $frame->data = "data $i"; return strlen((string) $frame); });
    grown('unpack', fn ($i) => SeatPush\Server::unpack("\x81\x05hello"));
    grown('unpack close', fn ($i) => SeatPush\Server::unpack("\x88\x05\x03\xe8bye"));
    grown('unpack nothing', fn ($i) => SeatPush\Server::unpack("\x81\x05hell"));
    grown('ping', fn ($i) => $s->ping($f->fd, str_repeat('x', 126 + $i)));
    grown('disconnect', fn ($i) => $s->disconnect($f->fd, 1000, "\xff$i"));
    grown('info', fn ($i) => $s->getClientInfo($f->fd));
    grown('list', fn ($i) => $s->getClientList());
    grown('stats', fn ($i) => $s->stats());
    grown('bind', fn ($i) => $s->bind($f->fd, "user $i"));
    grown('bind long', fn ($i) => $s->bind($f->fd, str_repeat('x', 256 + $i)));
    grown('state', fn ($i) => $s->setState($f->fd, "state $i") . $s->state($f->fd));
    grown('state long', fn ($i) => $s->setState($f->fd, str_repeat('x', 4097 + $i)));
    grown('walk', function () use ($s) { foreach ($s->connections as $fd) { isset($s->connections[$fd]) && $s->connections[$fd]; break; } });
    grown('timer', fn ($i) => $s->clearTimer($s->after(1000, fn () => $i, "$i")));
    grown('timer refused', fn ($i) => $s->tick(0, fn () => $i, "$i"));
    grown('set', fn ($i) => $s->set(["no such $i" => "x$i"]));
    grown('on', fn ($i) => $s->on("no such $i", fn () => $i));
    grown('listen', fn ($i) => $s->listen('127.0.0.1', 0));
    grown('request', fn ($i) => [new SeatPush\Request(), new SeatPush\Response()]);
    $s->push($f->fd, 'done');
});
$server->on('Request', function ($q, $r) {
    grown('header', fn ($i) => $r->header("a\n$i", "x$i"));
    grown('header value', fn ($i) => $r->header("a$i", "x\n$i"));
    grown('header list', fn ($i) => $r->header('a', ["x$i", "\n"]));
    grown('header again', fn ($i) => $r->header('again', "x$i"));
    grown('status', fn ($i) => $r->status(200, "a\n$i"));
    grown('reason', fn ($i) => $r->status(200, "reason $i"));
    grown('cookie', fn ($i) => $r->cookie("a;$i", "x$i"));
    grown('cookie path', fn ($i) => $r->cookie("a$i", "x$i", 0, ";$i"));
    grown('rawcookie', fn ($i) => $r->rawcookie("a$i", "x;$i"));
    grown('redirect', fn ($i) => $r->redirect("x\n$i"));
    grown('create', fn ($i) => SeatPush\Response::create($i));
    grown('body', fn ($i) => [$q->rawContent(), $q->getData(), $q->getMethod()]);
    $r->end('done');
    grown('over', fn ($i) => [$r->end("x$i"), $r->write("x$i"), $r->header('a', "x$i"), $r->status(201, "r $i"), $r->cookie('a', "x$i")]);
});
$server->on('Error', function ($s, $e) { echo $e->getMessage(), "\n"; });
serve($server);
PHP);
echo WsClient::connect($server->port)->send('x')->text(), ' ', (new HttpClient($server->port))->request('POST', '/?a=b', ['Content-Type' => 'application/x-www-form-urlencoded'], 'c=d')->response()['body'], "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
done done
