--TEST--
SeatPush: reload_mode: 'keep': across reloads, whoever publishes in whichever process, each connection gets each message once and in order
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

const RELOADS = 5;
const VISITORS = 40;

$code = '$server->on("Open", fn ($server, $request) => $server->subscribe($request->fd, "show"));
$server->on("Request", function ($request, $response) use ($server) {
    $n = $request->get["n"];
    if ($n % 2 === 0) {
        foreach ($server->connections as $fd) {
            $server->isEstablished($fd) && $server->push($fd, "n $n");
        }
    } else {
        $server->publish("show", "n $n");
    }
    $response->end("done");
});
$server->on("Message", function ($server, $frame) {
    $frame->data % 7 === 0 && $server->sleep(3);
    $server->push($frame->fd, "echo $frame->data");
});';
$server = new Supervised($code, "['reload_mode' => 'keep']");
$tell = tempnam(sys_get_temp_dir(), 'seatpush-');
/* One request after another on one connection, so that the numbers are published in order, each by
 * the process that has that connection. */
$publisher = proc_open([...php_command(), '-r', 'require $argv[1]; require $argv[4]; $kept = new HttpClient((int) $argv[2]);
    for ($n = 1; file_get_contents($argv[3]) === ""; $n++) {
        $kept->request("GET", "/?n=$n")->response()["body"] === "done" || exit("no answer to $n");
        usleep(2000); /* the visitors are read by one process */
    }
    echo $n - 1;', __DIR__ . '/../support/server.inc', (string) $server->port, $tell, __DIR__ . '/../support/client.inc'], [1 => ['pipe', 'w']], $pipes);
$visitors = array_map(fn () => $server->visitor(), range(1, VISITORS));
$first = array_map(fn ($visitor) => (int) substr($visitor->text(), 2), $visitors);
for ($i = 1; $i <= RELOADS; $i++) {
    $late = [];
    foreach ($visitors as $k => $visitor) {
        $visitor->send((string) (2 * $i - 1));
        $frame = WsClient::frame(1, (string) (2 * $i));
        $cut = $k % strlen($frame);
        $visitor->raw(substr($frame, 0, $cut));
        $late[] = substr($frame, $cut);
    }
    echo $server->reload(), "\n";
    foreach ($visitors as $k => $visitor) {
        $visitor->raw($late[$k]);
    }
}
file_put_contents($tell, 'enough');
$last = stream_get_contents($pipes[1]);
echo 'publisher ', proc_close($publisher), ', published ', $last > 20 ? 'many' : $last, "\n";
$wrong = [];
foreach ($visitors as $k => $visitor) {
    $n = $first[$k];
    $echo = 0;
    while ($n < $last || $echo < 2 * RELOADS) {
        [$what, $number] = explode(' ', $visitor->text());
        $$what++;
        if ((int) $number !== $$what) {
            $wrong[] = "visitor $k: $what $number instead of {$$what}";
            break;
        }
    }
    $next = $visitor->send('0')->text();
    $next === 'echo 0' || $wrong[] = "visitor $k: $next";
}
echo json_encode(array_slice($wrong, 0, 10)), "\n";
/* The process before says so when all have gone, which may be after they have answered. */
$server->server->until('/(have moved.*){' . RELOADS . '}/s');
preg_match_all('/(\d+) connections have moved, (\d+) were closed/', $server->log(), $found, PREG_SET_ORDER);
echo 'moved and closed: ', implode(', ', array_map(fn ($line) => $line[1] >= VISITORS && $line[2] === '0' ? 'all' : $line[0], $found)), "\n";
echo $server->stop(), "\n";
unlink($tell);
?>
--EXPECT--
reload: generation 1 serves
reload: generation 2 serves
reload: generation 3 serves
reload: generation 4 serves
reload: generation 5 serves
publisher 0, published many
[]
moved and closed: all, all, all, all, all
0 bool(true)
