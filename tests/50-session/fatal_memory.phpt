--TEST--
SeatPush: session: memory_limit reached in a callback: every client gets 1011, Close runs once for each from a shutdown function, the status is 255
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('the engine\'s allocator');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

foreach (['Message', 'Open', 'Request', 'Close', 'Timer'] as $where) {
    $server = TestServer::start("\$where = '$where';" . <<<'PHP'
    ini_set('display_errors', '0');
    $server = new SeatPush\Server('127.0.0.1', 0);
    $armed = false;
    $eat = function () use (&$armed) {
        if ($armed) {
            $armed = false;
            ini_set('memory_limit', '4M');
            for ($x = 'x';; $x .= $x);
        }
    };
    $server->on('Request', fn ($q, $r) => $r->end());
    $server->on('Message', function ($s) use (&$armed, $where, $eat) {
        $armed = true;
        match ($where) {
            'Message' => $eat(),
            'Timer' => $s->after(1, $eat),
            default => null,
        };
    });
    $server->on('Close', function ($s, $fd, $re, $code) use ($where, $eat) {
        echo " Close $code";
        $where === 'Close' && $eat();
    });
    in_array($where, ['Open', 'Request']) && $server->on($where, $eat);
    serve($server);
    echo ' returned?';
    PHP);
    $watcher = WsClient::connect($server->port);
    $other = WsClient::connect($server->port)->send('arm');
    if ($where === 'Open') {
        $other->sendFrame(9, '')->text();
        WsClient::upgrade($server->port);
    } elseif ($where === 'Request') {
        $other->sendFrame(9, '')->text();
        (new HttpClient($server->port))->request('GET', '/')->rest();
    } elseif ($where === 'Close') {
        $other->close();
    }
    echo "$where: ", $watcher->text(), ', ', $server->wait(), $server->stdout(), "\n";
}
?>
--EXPECT--
Message: close 1011, 255 Close 1011 Close 1011
Open: close 1011, 255 Close 1011 Close 1011 Close 1011
Request: close 1011, 255 Close 1011 Close 1011 Close 0
Close: close 1011, 255 Close 1000 Close 1011
Timer: close 1011, 255 Close 1011 Close 1011
