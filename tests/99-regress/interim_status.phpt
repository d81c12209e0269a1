--TEST--
SeatPush: regress: an interim status (1xx) is never the final answer
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['log_level' => 6]);
$server->on('Request', function ($q, $r) {
    [, $status, $way] = explode('/', $q->server['path_info']);
    try {
        $r->status((int) $status);
        $r->$way('body');
    } catch (ValueError $e) {
        $r->status(500);
        $r->end();
    }
});
serve($server);
PHP);
foreach ([100, 101, 102, 103, 199] as $status) {
    foreach (['end', 'write'] as $way) {
        $head = (new HttpClient($server->port))->request('GET', "/$status/$way", ['Connection' => 'close'])->rest();
        if (preg_match_all('~^HTTP/1.1 (\d+)~m', $head, $answers) !== 1 || $answers[1][0] < 200) {
            echo "$way() of $status: ", json_encode($head), "\n";
        }
    }
}
echo "done\n";
?>
--EXPECT--
done
