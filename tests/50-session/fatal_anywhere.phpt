--TEST--
SeatPush: session: a fatal error in each callback: watchers get 1011, Close runs once for each, the status is 255
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['Connect', 'Handshake', 'BeforeHandshakeResponse', 'Open', 'Request', 'Close', 'Timer', 'defer', 'Error', 'fiber'] as $where) {
    $server = TestServer::start("\$where = '$where';" . <<<'PHP'
    ini_set('display_errors', '0');
    $server = new SeatPush\Server('127.0.0.1', 0);
    $armed = false;
    $end = function () use (&$armed) {
        if ($armed) {
            $armed = false;
            @trigger_error('fatal', E_USER_ERROR);
        }
    };
    $server->on('Request', fn ($q, $r) => $r->end());
    $server->on('Message', function ($s, $f) use (&$armed, $where, $end) {
        $armed = true;
        match ($where) {
            'Timer' => $s->after(1, $end),
            'defer' => $s->defer($end),
            'fiber' => (new Fiber($end))->start(),
            'Error' => throw new Exception('x'),
            default => null,
        };
    });
    $server->on('Close', function ($s, $fd, $re, $code) use ($where, $end) {
        echo " Close $code";
        $where === 'Close' && $end();
    });
    if (!in_array($where, ['Timer', 'defer', 'fiber', 'Close', 'Handshake'])) {
        $server->on($where, $end);
    } elseif ($where === 'Handshake') {
        $server->listen('127.0.0.1', 0)->on('Handshake', $end);
    }
    serve($server);
    echo ' returned?';
    PHP);
    $watcher = WsClient::connect($server->port);
    $other = WsClient::connect($server->port)->send('arm');
    if (in_array($where, ['Connect', 'BeforeHandshakeResponse', 'Open', 'Handshake'])) {
        $other->sendFrame(9, '')->text();
        WsClient::upgrade(end($server->ports));
    } elseif ($where === 'Request') {
        (new HttpClient($server->port))->request('GET', '/')->rest();
    } elseif ($where === 'Close') {
        $other->close();
    }
    echo "$where: ", $watcher->text(), ', ', $server->wait(), $server->stdout(), "\n";
}
?>
--EXPECT--
Connect: close 1011, 255 Close 1011 Close 1011 Close 0
Handshake: close 1011, 255 Close 1011 Close 1011 Close 0
BeforeHandshakeResponse: close 1011, 255 Close 1011 Close 1011 Close 0
Open: close 1011, 255 Close 1011 Close 1011 Close 1011
Request: close 1011, 255 Close 1011 Close 1011 Close 0
Close: close 1011, 255 Close 1000 Close 1011
Timer: close 1011, 255 Close 1011 Close 1011
defer: close 1011, 255 Close 1011 Close 1011
Error: close 1011, 255 Close 1011 Close 1011
fiber: close 1011, 255 Close 1011 Close 1011
