--TEST--
SeatPush: session: ids rise, are below 2^53, never come back after a restart, and survive JSON in a browser
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('node');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$code = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($q, $r) => $r->end(json_encode(['fd' => $q->fd, 'old' => isset($q->get['fd']) ? [$server->exists((int) $q->get['fd']), $server->push((int) $q->get['fd'], 'x'), $server->getLastError()] : null])));
$server->on('Message', fn () => 1);
serve($server);
PHP;
$last = 0;
for ($i = 0; $i < 3; $i++) {
    $server = TestServer::start($code);
    $answer = json_decode(HttpClient::get($server->port, "/?fd=$last")['body']);
    echo json_encode([$answer->fd > $last, $answer->fd < 2 ** 53, $answer->old]), "\n";
    $last = $answer->fd;
    $server->signal(9);
    $server->wait();
}
echo output_of(['node', '-e', "console.log(JSON.stringify(JSON.parse('{\"fd\":$last}').fd) === '$last')"]);
?>
--EXPECT--
[true,true,[false,false,1001]]
[true,true,[false,false,1001]]
[true,true,[false,false,1001]]
true
