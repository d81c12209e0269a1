--TEST--
SeatPush: websocket: text that was checked as it came is checked again once a script has changed it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$push = function (int $fd, string $data) use ($server): string {
    try {
        return $server->push($fd, $data) ? 'sent' : 'not sent';
    } catch (ValueError) {
        return 'refused';
    }
};
$server->on('Message', function ($s, $f) use ($push) {
    $fd = $f->fd;
    $changes = [
        'nothing' => function (&$data) { },
        'an octet' => function (&$data) { $data[3] = "\xff"; },
        'its end' => function (&$data) { $data .= "\xff"; },
        'its begin' => function (&$data) { $data = substr($data, 1); },
        'an element' => function (&$data) { $all = [$data]; $data = null; $all[0][5] = "\x80"; $data = $all[0]; },
    ];
    foreach ($changes as $what => $change) {
        $data = $f->data;
        $change($data);
        echo strlen($f->data), ", $what: ", $push($fd, $data), "\n";
    }
    // Nobody else has the string any more: it is changed where it lies.
    $data = $f->data;
    $f->data = '';
    $data[7] = "\xfe";
    echo 'in place: ', $push($fd, $data), "\n";
});
serve($server);
PHP);
foreach ([40, 17000, 300000] as $size) {
    $client = WsClient::connect($server->port);
    $text = 'ü' . str_repeat('a', $size);
    foreach (str_split(WsClient::frame(1, $text), 20000) as $piece) {
        $client->raw($piece);
    }
    echo $client->text() === $text ? 'came back' : 'did not come back', "\n";
    $client->close();
    $client->rest();
}
$server->stop();
echo $server->stdout();
?>
--EXPECT--
came back
came back
came back
42, nothing: sent
42, an octet: refused
42, its end: refused
42, its begin: refused
42, an element: refused
in place: refused
17002, nothing: sent
17002, an octet: refused
17002, its end: refused
17002, its begin: refused
17002, an element: refused
in place: refused
300002, nothing: sent
300002, an octet: refused
300002, its end: refused
300002, its begin: refused
300002, an element: refused
in place: refused
