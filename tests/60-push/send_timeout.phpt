--TEST--
SeatPush: push: send_timeout ends a wait of send_yield with false and 110, and the connection stays open; where nothing can wait, a full queue closes it; at four times max_concurrency the slowest reader is given up; a fatal error while one waits is as any other
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$code = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['send_yield' => true, 'socket_buffer_size' => 1 << 20] + OPTIONS);
$server->on('Message', function ($server, $frame) use (&$bye) {
    $piece = str_repeat('x', 1 << 20);
    switch ($frame->data) {
        case 'push':
            for ($sent = 0; $server->push($frame->fd, $piece, WEBSOCKET_OPCODE_BINARY); $sent++);
            $error = [$server->getLastError(), SeatPush\Server::ERROR_TIMED_OUT];
            $gone = $server->send($frame->fd, $piece);
            echo json_encode([$error, $gone, $server->getLastError(), $server->exists($frame->fd), $server->stats()['push_full_count']]), "\n";
            $server->defer(fn () => $server->go(function () use ($server, $frame, $sent) {
                while ($server->getClientInfo($frame->fd)['send_queued_bytes']) {
                    $server->sleep(1);
                }
                $server->push($frame->fd, "$sent before");
            }));
            break;
        case 'destructor':
            while ($server->getClientInfo($frame->fd)['send_queued_bytes'] < 1 << 19) {
                $server->push($frame->fd, str_repeat('x', 1 << 19), WEBSOCKET_OPCODE_BINARY);
            }
            $last = new class($server, $frame->fd) {
                public function __construct(public $server, public $fd) {}
                public function __destruct() { echo json_encode([$this->server->push($this->fd, str_repeat('x', 1 << 20)), $this->server->getLastError(), $this->server->exists($this->fd)]), "\n"; }
            };
            break;
        case 'slow':
            while ($server->push($frame->fd, $piece, WEBSOCKET_OPCODE_BINARY)) {}
            break;
        case 'die':
            @trigger_error('fatal', E_USER_ERROR);
    }
});
$server->on('Request', fn ($request, $response) => $response->end(json_encode([$server->stats()['timeout_count'], count($server->connections), $server->stats()['queued_bytes']])));
$server->on('Close', function ($server, $fd, $reactor, $code) { echo $reactor < 0 && $code !== 1001 && $code !== 1011 && $code !== 1013 ? "given up with $code\n" : ''; });
serve($server);
PHP;
$with = fn (array $options) => TestServer::start(str_replace('OPTIONS', var_export($options, true), $code));

$server = $with(['send_timeout' => 0.05]);
$client = WsClient::connect($server->port)->send('push');
$server->until('/110/');
for ($sent = 0; strlen($text = $client->text()) === 1 << 20; $sent++);
echo $text === "$sent before" ? 'what was accepted has come' : $text, "\n";
$other = WsClient::connect($server->port)->send('destructor');
$server->until('/1009/');
echo $server->stop(), "\n", $server->stdout();

$server = $with(['send_timeout' => -1, 'max_concurrency' => 2]);
for ($slow = []; count($slow) < 9; $slow[] = WsClient::connect($server->port)->send('slow'));
$server->until('/8 callbacks wait in write\(\) or push\(\)/');
while (($now = array_slice(json_decode(HttpClient::get($server->port)['body']), 0, 2)) !== [1, 9]) {
    usleep(2000);
}
echo json_encode($now), ' ', $server->stop(), ' ', $server->stdout();

$server = $with(['send_timeout' => 100]);
$slow = WsClient::connect($server->port)->send('slow');
while (json_decode(HttpClient::get($server->port)['body'])[2] === 0) {
    usleep(2000);
}
$other = WsClient::connect($server->port)->send('die');
echo $server->wait(), ' ', $server->log('leak'), "after a fatal error while one waits\n";
foreach ([-2, 'soon', NAN] as $bad) {
    try {
        (new SeatPush\Server('127.0.0.1', 0))->set(['send_timeout' => $bad]);
    } catch (ValueError $e) {
        echo substr($e->getMessage(), 48), "\n";
    }
}
?>
--EXPECT--
what was accepted has come
0
[[110,110],false,110,true,2]
[false,1009,false]
[1,9] 0 given up with 1006
255 after a fatal error while one waits
must have "send_timeout" from -1 to 31536000 s, -2 given
must have "send_timeout" from -1 to 31536000 s, "soon" given
must have "send_timeout" from -1 to 31536000 s, NAN given
