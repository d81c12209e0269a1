--TEST--
docs/redis.md: its code, as it stands there, does what the text around it says
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';

redis();

page('docs/redis.md', [
    'Hearing what is published' => [
        function ($code) {
            [$server, $port] = server($code);
            $server->until('/subscribed/');
            $ada = visitor($port, 'show_7');
            return 'PUBLISH: ' . redis_cli('PUBLISH', 'seats:show_7', 'refresh') . ', ' . $ada->text() . ', ' . $server->stop();
        },
    ],
    'A queue' => [
        function ($code) {
            [$server, $port] = server($code, str_replace('%s', "\$server->set(['redis' => 'redis://127.0.0.1:6379']);\n%s", AROUND));
            $ada = visitor($port, 'show_7');
            redis_cli('RPUSH', 'seat-changes', 'show_7');
            return $ada->text() . ', ' . $server->stop() . ', left: ' . redis_cli('LLEN', 'seat-changes');
        },
    ],
    'Commands in callbacks' => [function ($code) {
        redis_cli('HSET', 'seats:show_7', 'C4', 'sold');
        [$server, $port] = server($code);
        $ada = visitor($port)->send('show_7');
        return $ada->text() . ', ' . $server->stop();
    }],
    'Several servers' => [function ($code) {
        [$one, $first] = server($code);
        [$two, $second] = server($code);
        $one->until('/subscribed/');
        $two->until('/subscribed/');
        [$ada, $bob] = [visitor($first, 'show_7'), visitor($second, 'show_7')];
        wait_until(fn () => count(explode("\n", redis_cli('--scan', '--pattern', 'seatpush:watchers:*'))) === 2);
        return ask($second, '/?show=show_7') . ', ' . $ada->text() . ', ' . $bob->text() . ', ' . $one->stop() . ', ' . $two->stop();
    }],
]);
?>
--EXPECT--
Hearing what is published: PUBLISH: 1, refresh, status 0
A queue: refresh, status 0, left: 0
Commands in callbacks: {"C4":"sold"}, status 0
Several servers: 2, refresh, refresh, status 0, status 0
