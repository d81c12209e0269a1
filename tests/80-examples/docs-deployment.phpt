--TEST--
docs/deployment.md: its script serves behind a proxy, two of them know of each other; the status port has what the table names
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';

page('docs/deployment.md', [
    'The script' => [function ($code) {
        redis();
        $start = function () use ($code) {
            [$server, $port] = server($code, instead: ['(int) ($argv[1] ?? 9501)' => '0']);
            $server->until('/subscribed to 2 patterns/');
            return [$server, $port];
        };
        [$one, $first] = $start();
        [$two, $second] = $start();
        [$ada, $bob] = [visitor($first, 'show_7'), visitor($second, 'show_7')];
        $own = WsClient::upgrade($first, '/', ['Host' => 'push.example', 'Origin' => 'https://push.example'])->status;
        $foreign = WsClient::upgrade($first, '/', ['Host' => 'push.example', 'Origin' => 'https://evil.example'])->status;
        redis_cli('PUBLISH', 'seats:show_7', 'refresh');
        return $ada->text() . ', ' . $bob->text() . ', ' . heard($ada) . ", a page of its own: $own, of another site: $foreign, " . $one->stop() . ', ' . $two->stop();
    }],
    'What to watch' => [function ($code) {
        [$server, $port, $status] = server($code);
        $ada = visitor($port, 'show_7');
        $stats = json_decode(ask($status), true);
        preg_match('/^## What to watch$(.*?)^## /ms', file_get_contents(PAGES . '/docs/deployment.md'), $part);
        preg_match_all('/^\| (`\w+_.*?) \|/m', $part[1], $rows);
        preg_match_all('/`(\w+)`/', implode($rows[1]), $names);
        return count($names[1]) . ' names, not there: ' . json_encode(array_diff($names[1], array_keys($stats))) . ", subscriptions: $stats[subscription_count], public: " . ask($port) . ', ' . $server->stop();
    }],
]);
?>
--EXPECT--
The script: refresh, refresh, nothing, a page of its own: 101, of another site: 403, status 0, status 0
What to watch: 25 names, not there: [], subscriptions: 1, public: 400 This port answers no HTTP requests., status 0
