--TEST--
SeatPush: shared: a Swoole script that keeps in $server->table which user has which connection
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$table = new Swoole\Table(2048);
$table->column('fd', Swoole\Table::TYPE_INT);
$table->column('name', Swoole\Table::TYPE_STRING, 32);
$table->create();

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->table = $table;
$server->visits = new Swoole\Atomic(0);
$server->on('open', function (Swoole\WebSocket\Server $server, Swoole\Http\Request $request) {
    $uid = $request->get['uid'];
    if ($old = $server->table->get("uid:$uid", 'fd')) {
        $server->disconnect($old, 4000, 'signed in elsewhere');
    }
    $server->table->set("uid:$uid", ['fd' => $request->fd, 'name' => $request->get['name']]);
    $server->table->set("fd:$request->fd", ['fd' => $uid]);
    $server->visits->add();
});
$server->on('message', function (Swoole\WebSocket\Server $server, Swoole\WebSocket\Frame $frame) {
    [$uid, $text] = explode(' ', $frame->data, 2);
    $from = $server->table->get('uid:' . $server->table->get("fd:$frame->fd", 'fd'), 'name');
    $to = $server->table->get("uid:$uid");
    $server->push($to === false ? $frame->fd : $to['fd'], $to === false ? "nobody is $uid" : "$from: $text");
});
$server->on('request', function ($request, $response) use ($server) {
    $sent = 0;
    foreach ($server->table as $key => $row) {
        if (str_starts_with($key, 'uid:') && $server->isEstablished($row['fd'])) {
            $sent += $server->push($row['fd'], $request->rawContent());
        }
    }
    $response->end("$sent of {$server->table->count()} rows, {$server->visits->get()} visits");
});
$server->on('close', function ($server, $fd) {
    $uid = $server->table->get("fd:$fd", 'fd');
    $server->table->del("fd:$fd");
    if ($uid !== false && $server->table->get("uid:$uid", 'fd') === $fd) {
        $server->table->del("uid:$uid");
    }
});
serve($server);
PHP, ['seatpush.swoole_aliases' => '1']);

$ada = WsClient::connect($server->port, '/?uid=7&name=Ada');
$bob = WsClient::connect($server->port, '/?uid=8&name=Bob');
$bob->send('7 hello');
echo $ada->text(), ' | ', $ada->send('9 anybody?')->text(), "\n";
echo (new HttpClient($server->port))->request('POST', '/', [], 'C4 is sold')->response()['body'], ': ', $ada->text(), ', ', $bob->text(), "\n";
$again = WsClient::connect($server->port, '/?uid=7&name=Ada');
echo 'first Ada: ', $ada->text(), ', ';
$bob->send('7 still there?');
echo 'second Ada: ', $again->text(), "\n";
$again->close()->rest();
echo $bob->send('7 and now?')->text(), ', ', HttpClient::get($server->port)['body'], ': ', json_encode($bob->text()), "\n";
echo $server->stop(), $server->log('/WARNING|ERROR/'), "\n";
?>
--EXPECT--
Bob: hello | nobody is 9
2 of 4 rows, 2 visits: C4 is sold, C4 is sold
first Ada: close 4000 signed in elsewhere, second Ada: Bob: still there?
nobody is 7, 1 of 2 rows, 3 visits: ""
0
