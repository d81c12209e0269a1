--TEST--
SeatPush: supervise: across reloads no attempt to connect is refused, and each request has its answer
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

const RELOADS = 5;

$code = "\$server->on('Request', fn (\$request, \$response) => \$response->end(str_repeat('x', 5000)));
\$server->on('Open', fn (\$server, \$request) => \$server->push(\$request->fd, 'welcome'));";
$server = new Supervised($code);
$tell = tempnam(sys_get_temp_dir(), 'seatpush-');
$client = proc_open([...php_command(), '-r', 'require $argv[1]; require $argv[4]; $wrong = []; $requests = $visits = 0;
    while (file_get_contents($argv[3]) === "") {
        $answer = HttpClient::get((int) $argv[2]);
        $requests++;
        strlen($answer["body"] ?? "") === 5000 || $wrong[] = $answer;
        $kept ??= new HttpClient((int) $argv[2]);
        $answer = $kept->request("GET", "/")->response();
        strlen($answer["body"] ?? "") === 5000 || $wrong[] = $answer;
        if (($answer["headers"]["connection"] ?? ["close"]) === ["close"]) {
            $kept = null;
        }
        $visitor = WsClient::connect((int) $argv[2]);
        $text = $visitor->text();
        $visits++;
        $text === "welcome" || str_starts_with($text, "close 1012") || $wrong[] = $text;
    }
    echo json_encode([$requests > 20, $visits > 20, $wrong]);', __DIR__ . '/../support/server.inc', (string) $server->port, $tell, __DIR__ . '/../support/client.inc'], [1 => ['pipe', 'w']], $pipes);
$waiting = array_map(fn () => $server->visitor(), range(1, 200));
for ($i = 1; $i <= RELOADS; $i++) {
    echo $server->reload(), "\n";
    if ($i === 1) {
        $ends = array_count_values(array_map(function ($visitor) {
            $visitor->text();
            return $visitor->text();
        }, $waiting));
        echo json_encode($ends), "\n";
    }
}
file_put_contents($tell, 'enough');
echo stream_get_contents($pipes[1]), ' ', proc_close($client), ', ', $server->stop(), "\n";
unlink($tell);
?>
--EXPECT--
reload: generation 1 serves
{"close 1012 server restarts: come back":200}
reload: generation 2 serves
reload: generation 3 serves
reload: generation 4 serves
reload: generation 5 serves
[true,true,[]] 0, 0 bool(true)
