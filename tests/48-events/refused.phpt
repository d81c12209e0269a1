--TEST--
SeatPush: events: when a response cannot become a stream, and what is said then
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 0);
function attempt(callable $do) { try { echo json_encode($do()), "\n"; } catch (Throwable $error) { echo get_class($error), ': ', $error->getMessage(), "\n"; } }
$server->on('Handshake', function ($request, $response) { attempt(fn () => $response->eventStream()); return false; });
$server->on('Request', function ($request, $response) use ($server) {
    echo '-- ', $request->server['request_uri'], "\n";
    match ($request->server['request_uri']) {
        '/status' => $response->status(201),
        '/length' => $response->header('Content-Length', '5'),
        '/begun' => $response->write('x'),
        '/over' => $response->end(),
        '/detached' => $response->detach(),
        default => null,
    };
    attempt(fn () => [$response->eventStream($request->server['request_uri'] === '/retry' ? -1 : null), $server->getLastError()]);
    if ($request->server['request_uri'] === '/twice') {
        attempt(fn () => [$response->eventStream(), $response->write('x'), $response->end('y'), $response->header('a', 'b'), $response->isWritable(), $response->detach()]);
        echo $server->getLastError(), "\n";
        foreach ([['', "a\nb"], ['', "a\0b"], ["\xff"], ['', "\xff"], ['', null, "a\rb"]] as $arguments) {
            attempt(fn () => $server->sendEvent($request->fd, ...$arguments));
        }
        attempt(fn () => [$server->sendEvent($request->fd, 'x', null, null), $server->disconnect($request->fd)]);
    } elseif ($request->server['request_uri'] === '/other') {
        attempt(fn () => $response->end());
        attempt(fn () => [$server->sendEvent($request->fd, 'x'), $server->getLastError(), $server->sendEvent(12345, 'x'), $server->getLastError()]);
    } else {
        $response->header('Content-Length', '0') && $response->end();
    }
});
$server->on('Open', function ($server, $request) {});
serve($server);
PHP);
foreach (['/status', '/length', '/begun', '/over', '/detached', '/retry'] as $target) {
    $client = new HttpClient($server->port);
    $client->request('GET', $target);
    $target === '/detached' || $client->response();
}
$head = (new HttpClient($server->port))->request('HEAD', '/head')->response(true);
echo json_encode([$head['status'], $head['headers']['content-type'], $head['headers']['connection']]), "\n";
echo json_encode(preg_replace('/Date: .*?\r\n/', '', (new HttpClient($server->port))->raw("GET /twice HTTP/1.0\r\n\r\n")->rest())), "\n";
WsClient::upgrade($server->port);
$server->stop();
echo $server->stdout(), $server->log('ERROR');
?>
--EXPECT--
[200,["text\/event-stream"],["keep-alive"]]
"HTTP\/1.1 200 OK\r\nContent-Type: text\/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\nServer: SeatPush\r\nConnection: close\r\n\r\n:\n\ndata: x\n\n"
-- /status
ValueError: an event stream has status 200, and 201 was set: browsers give up at any other; to refuse one, end() the response
-- /length
ValueError: an event stream has no end, so it cannot have a Content-Length: leave the field out
-- /begun
[false,7106]
-- /over
[false,7106]
-- /detached
[false,7106]
-- /retry
ValueError: SeatPush\Response::eventStream(): Argument #1 ($retryMs) must be from 0 to 2147483647 milliseconds
-- /head
[false,7106]
-- /twice
[true,7106]
[false,false,false,false,false,false]
7106
ValueError: SeatPush\Server::sendEvent(): Argument #3 ($event) must be UTF-8 without line breaks and NUL bytes
ValueError: SeatPush\Server::sendEvent(): Argument #3 ($event) must be UTF-8 without line breaks and NUL bytes
ValueError: SeatPush\Server::sendEvent(): Argument #2 ($data) must be UTF-8: an event stream carries nothing else
ValueError: SeatPush\Server::sendEvent(): Argument #3 ($event) must be UTF-8 without line breaks and NUL bytes
ValueError: SeatPush\Server::sendEvent(): Argument #4 ($id) must be UTF-8 without line breaks and NUL bytes
[true,true]
ValueError: a WebSocket's handshake cannot become an event stream: call eventStream() in the Request callback
