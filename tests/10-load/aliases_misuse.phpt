--TEST--
SeatPush: aliases: a value that is not possible is a warning and false, as in Swoole; what would go unnoticed, a wrong type, and what Swoole does not have still throw
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
set_error_handler(function (int $level, string $text) {
    echo $level === E_WARNING ? 'warning: ' : "$level: ", preg_replace('/^SeatPush\\\\/', '', $text), "\n";
    return true;
});
function tell(array $calls): void
{
    foreach ($calls as $call) {
        try {
            echo json_encode($call()), "\n";
        } catch (Throwable $e) {
            echo get_class($e), ': ', preg_replace('/^SeatPush\\\\/', '', $e->getMessage()), "\n";
        }
    }
}
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('Message', function ($server, $frame) {
    $fd = $frame->fd;
    $close = new Swoole\WebSocket\CloseFrame();
    $close->code = 1005;
    tell([
        fn () => $server->push($fd, 'x', 7),
        fn () => $server->push($fd, "\xff"),
        fn () => $server->push($fd, str_repeat('x', 126), WEBSOCKET_OPCODE_PING),
        fn () => $server->push($fd, 'x', WEBSOCKET_OPCODE_PING, 0),
        fn () => $server->push($fd, 'x', WEBSOCKET_OPCODE_CONTINUATION),
        fn () => $server->push($fd, 'x', WEBSOCKET_OPCODE_CLOSE),
        fn () => $server->push($fd, $close),
        fn () => Swoole\WebSocket\Server::pack('x', 7),
        fn () => (string) $close,
        fn () => $server->ping($fd, str_repeat('x', 126)),
        fn () => $server->disconnect($fd, 1005),
        fn () => $server->disconnect($fd, 1000, str_repeat('x', 124)),
        fn () => $server->bind($fd, str_repeat('x', 256)),
        fn () => $server->getClientList(0, 101),
        fn () => Swoole\Timer::tick(0, fn () => 1),
        fn () => $server->after(-1, fn () => 1),
        fn () => swoole_timer_after(0, fn () => 1),
        fn () => Co::sleep(0),
        fn () => $server->push($fd, []),
        fn () => $server->send($fd, null),
        fn () => $server->publish('topic', "\xff"),
        fn () => $server->set(['worker_num' => 1]),
    ]);
    $server->push($fd, 'still here');
});
$server->on('Request', function ($request, $response) {
    tell([
        fn () => $response->status(99),
        fn () => $response->status(200, "a\nb"),
        fn () => $response->header('a b', 'x'),
        fn () => $response->header('a', "x\r\ny: z"),
        fn () => $response->header('Transfer-Encoding', 'chunked'),
        fn () => $response->header('Date', ['a', 'b']),
        fn () => $response->trailer('Content-Length', '1'),
        fn () => $response->cookie(''),
        fn () => $response->cookie('a=b', 'x'),
        fn () => $response->rawcookie('a', 'x;y'),
        fn () => $response->cookie('a', 'x', PHP_INT_MAX),
        fn () => $response->redirect('/', 200),
        fn () => $response->redirect("/\n"),
        fn () => $response->sendfile(__FILE__, -1),
        fn () => $response->sendfile(__FILE__, 0, 1 << 30),
        fn () => Swoole\Http\Response::create([1, 2]),
        fn () => $response->header('Content-Length', '3') && $response->end('four'),
        fn () => $response->header('', ''),
        fn () => $response->end('end'),
    ]);
});
tell([
    fn () => $server->set(['wroker_num' => 1]),
    fn () => $server->on('Mesage', fn () => 1),
    fn () => $server->listen('127.0.0.1', 70000, SWOOLE_SOCK_TCP),
    fn () => $server->push(1, 'x'),
]);
serve($server);
PHP, ['seatpush.swoole_aliases' => 1]);
echo WsClient::connect($server->port)->send('')->text(), "\n", HttpClient::get($server->port)['body'], "\n", $server->stop(), "\n", $server->stdout(), $server->log('ERROR');
?>
--EXPECTF--
still here
end
0
ValueError: Server::set(): Argument #1 ($settings) must hold known options; there is none called "wroker_num"; did you mean "worker_num"?
ValueError: Server::on(): Argument #1 ($event_name) must be an event; there is none called "Mesage"; did you mean "Message"?
ValueError: Server::listen(): Argument #2 ($port) must be from 0 to 65535
SeatPush\Exception: push() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
warning: Server::push(): Argument #3 ($opcode) must be 0 (continuation), 1 (text), 2 (binary), 8 (close), 9 (ping) or 10 (pong), 7 given
false
warning: Server::push(): Argument #2 ($data) must be UTF-8 in a text message (RFC 6455 section 8.1); push binary data with WEBSOCKET_OPCODE_BINARY
false
warning: Server::push(): Argument #2 ($data) must be at most 125 bytes in a control frame (RFC 6455 section 5.5), 126 given
false
warning: Server::push(): Argument #4 ($flags) must have FLAG_FIN in a control frame, which is never fragmented (RFC 6455 section 5.5)
false
warning: Server::push(): Argument #3 ($opcode) must not be 0 (continuation): no message in fragments has begun on this connection; push its first fragment as text or binary without FLAG_FIN (RFC 6455 section 5.4)
false
warning: Server::push(): Argument #2 ($data) must begin with a close code in two bytes when the opcode is 8; disconnect($fd, $code, $reason) is simpler
false
warning: Server::push(): Argument #2 ($data) must have a code that may be sent (1000-1003, 1007-1014, 3000-4999) and a reason of at most 123 bytes of UTF-8
false
warning: Server::pack(): Argument #2 ($opcode) must be 0 (continuation), 1 (text), 2 (binary), 8 (close), 9 (ping) or 10 (pong), 7 given
false
warning: Frame::__toString(): Argument #1 must have a code that may be sent (1000-1003, 1007-1014, 3000-4999) and a reason of at most 123 bytes of UTF-8
""
warning: Server::ping(): Argument #2 ($data) must be at most 125 bytes (RFC 6455 section 5.5)
false
warning: Server::disconnect(): Argument #2 ($code) must be a code that may be sent: 1000-1003, 1007-1014 or 3000-4999 (RFC 6455 section 7.4)
false
warning: Server::disconnect(): Argument #3 ($reason) must be at most 123 bytes of UTF-8
false
warning: Server::bind(): Argument #2 ($uid) must be at most 255 bytes
false
warning: Server::getClientList(): Argument #2 ($find_count) must be from 1 to 100
false
warning: Timer::tick(): Argument #1 ($ms) must be from 1 to 31536000000 milliseconds
false
warning: Server::after(): Argument #1 ($ms) must be from 1 to 31536000000 milliseconds
false
warning: swoole_timer_after(): Argument #1 ($ms) must be from 1 to 31536000000 milliseconds
false
warning: Coroutine::sleep(): Argument #1 ($seconds) must be at least 0.001 seconds, and at most a year
false
TypeError: Server::push(): Argument #2 ($data) must be a string or a Frame, array given; json_encode() it first
TypeError: Server::send(): Argument #2 ($send_data) must be a string, null given; json_encode() it first
ValueError: Server::publish(): Argument #2 ($data) must be UTF-8 in a text message (RFC 6455 section 8.1); push binary data with WEBSOCKET_OPCODE_BINARY
SeatPush\Exception: set() has no effect once the server has started: call it before start()
warning: Response::status(): Argument #1 ($http_code) must be from 200 to 599, or 101 in a Handshake callback: other lower codes are interim responses (RFC 9110 section 15.2)
false
warning: Response::status(): Argument #2 ($reason) must not hold control characters
false
warning: Response::header(): Argument #1 ($key) must be a header field's name (RFC 9110 section 5.1)
false
warning: Response::header(): Argument #2 ($value) must not hold control characters
false
warning: Response::header(): Argument #2 ($value) cannot be sent as Transfer-Encoding: it is the server's own: leave it out, what write() sends is chunked
false
warning: Response::header(): Argument #2 ($value) must be one value: Date comes once
false
warning: Response::trailer(): Argument #1 ($key) must not be Content-Length: it belongs in the head, use header()
false
warning: Response::cookie(): Argument #1 ($name) must not be empty
false
warning: Response::cookie(): Argument #1 ($name) must not hold any of ",", ";", white space, control characters or "="
false
warning: Response::rawcookie(): Argument #2 ($value) must not hold any of ",", ";", white space, control characters: let it be encoded, or encode it, as by rawurlencode()
false
warning: Response::cookie(): Argument #3 ($expires) must not be after the year 9999
false
warning: Response::redirect(): Argument #2 ($http_code) must be a redirection, from 300 to 399
false
warning: Response::redirect(): Argument #1 ($location) must not hold control characters
false
warning: Response::sendfile(): Argument #2 ($offset) must lie within the file, which has %d bytes
false
warning: Response::sendfile(): Argument #3 ($length) must lie within the file, which has %d bytes
false
warning: Response::create(): Argument #1 ($server) must hold the server and a Request
false
warning: Response::end(): Content-Length is 3, and the body has 4 bytes: send as many, or leave the field out, and the server counts them
false
warning: Response::header(): Argument #1 ($key) must be a header field's name (RFC 9110 section 5.1)
false
true
