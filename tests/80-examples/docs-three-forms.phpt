--TEST--
docs/three-forms.md: each form tells those who look, and nobody else; a second server is told, too
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';

/** Ada and Bob look at show 7, Eve at show 8; Bob leaves. */
$by_request = function (string $code): string {
    [$server, $port] = server($code);
    [$ada, $bob, $eve] = [visitor($port, 'show_7'), visitor($port, 'show_7'), visitor($port, 'show_8', 'nonsense')];
    $says = [ask($port, '/?show=show_7'), heard($ada), heard($bob), heard($eve)];
    $bob->close()->rest();
    array_push($says, ask($port, '/?show=show_7'), heard($ada), heard($eve), ask($port), ask($port, '/?show[]=show_7'), heard($ada));
    return implode(', ', $says) . ', ' . $server->stop();
};

page('docs/three-forms.md', [
    'Form 1: your own array, or topics' => [$by_request, $by_request],
    'Form 2: the Registry' => [
        function ($code) use ($by_request) {
            redis();
            [$one, $first] = server($code);
            [$two, $second] = server($code);
            $one->until('/subscribed/');
            $two->until('/subscribed/');
            [$ada, $bob, $eve] = [visitor($first, 'show_7'), visitor($second, 'show_7'), visitor($second, 'show_8')];
            wait_until(fn () => count(explode("\n", redis_cli('--scan', '--pattern', 'seatpush:watchers:*'))) === 3);
            $says = ask($second, '/?show=show_7') . ', ' . $ada->text() . ', ' . $bob->text() . ', ' . heard($eve);
            redis_cli('CLIENT', 'KILL', 'TYPE', 'pubsub');
            $says .= ', after Redis: ' . $ada->text() . ', ' . $eve->text() . ', ' . $one->stop() . ', ' . $two->stop();
            return "$says, left in Redis: " . redis_cli('--scan', '--pattern', 'seatpush:watchers:*');
        },
    ],
    'Form 3: the web application only tells Redis' => [
        function ($code) {
            [$server, $port] = server($code);
            $server->until('/subscribed/');
            [$ada, $eve] = [visitor($port, 'show_7'), visitor($port, 'show_8')];
            redis_cli('PUBLISH', 'seats:show_7', 'refresh');
            $says = $ada->text() . ', ' . heard($eve);
            redis_cli('CLIENT', 'KILL', 'TYPE', 'pubsub');
            return "$says, after Redis: " . $ada->text() . ', ' . $eve->text() . ', ' . $server->stop();
        },
        function ($code) {
            [$server, $port] = server($code, str_replace('%s', "\$server->set(['redis' => 'redis://127.0.0.1:6379']);\n%s", AROUND));
            $server->until('/subscribed/');
            $ada = visitor($port, 'show_7');
            redis_cli('PUBLISH', 'sold:', '{"show":7,"seat":"C4"}');
            return $ada->text() . ', ' . $server->stop();
        },
        function ($code) {
            redis_cli('RPUSH', 'seat-changes', 'show_7');
            [$server, $port] = server($code, str_replace('%s', "\$server->set(['redis' => 'redis://127.0.0.1:6379']);\n%s", AROUND));
            wait_until(fn () => redis_cli('LLEN', 'seat-changes') === '0');
            $ada = visitor($port, 'show_7');
            redis_cli('RPUSH', 'seat-changes', 'show_7');
            return $ada->text() . ', ' . $server->stop() . ', left: ' . redis_cli('LLEN', 'seat-changes');
        },
    ],
]);
?>
--EXPECT--
Form 1: your own array, or topics 1: success, refresh, refresh, nothing, success, refresh, nothing, success, success, nothing, status 0
Form 1: your own array, or topics 2: success, refresh, refresh, nothing, success, refresh, nothing, success, success, nothing, status 0
Form 2: the Registry: told 2, refresh, refresh, nothing, after Redis: refresh, refresh, status 0, status 0, left in Redis: 
Form 3: the web application only tells Redis 1: refresh, nothing, after Redis: refresh, refresh, status 0
Form 3: the web application only tells Redis 2: {"sold":"C4"}, status 0
Form 3: the web application only tells Redis 3: refresh, status 0, left: 0
