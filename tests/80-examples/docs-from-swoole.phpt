--TEST--
docs/from-swoole.md: its code runs, a callback that blocks is logged as it says
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';

const WITH_REDIS = "\$server = new SeatPush\\Server('127.0.0.1', 0);\n\$server->set(['redis' => 'redis://127.0.0.1:6379']);\n%s\n\$server->start();";
const BARE = "\$server = new SeatPush\\Server('127.0.0.1', 0);\n\$server->on('Message', fn (\$server, \$frame) => \$server->subscribe(\$frame->fd, \$frame->data));\n%s\n\$server->start();";

const BARE_TASKS = "\$server = new SeatPush\\Server('127.0.0.1', 0);\n%s\n\$server->start();";

$text = file_get_contents(PAGES . '/docs/from-swoole.md');
$worker = null;
redis();

page('docs/from-swoole.md', [
    'What blocks' => [function ($code) use ($text) {
        [$server, $port] = server($code, instead: ['sleep(2)' => 'usleep(110000)']);
        $ada = WsClient::connect($port)->send('x');
        $says = $ada->text() . ', ' . ask($port);
        $form = fn (string $line) => preg_replace(['~^\s*\[[^]]*\]~', '~\((/[^:]*):~', '~for \d+ ms~'], ['', '(FILE:', 'for N ms'], $line);
        $line = $form($server->until('/slow:.*/')[0]);
        preg_match('/slow: .*/', $text, $quoted);
        $says .= ', the log: ' . ($form($quoted[0]) === $line ? 'as quoted' : $line) . ', ' . $server->stop();
        [$server, $port] = server($code, instead: ['sleep(2)' => '$server->sleep(600000)']);
        $ada = WsClient::connect($port)->send('x');
        $says .= ', with sleep(): ' . ask($port) . ', Ada has ' . heard($ada) . ', ' . $server->stop();
        return $says . ', the log: ' . json_encode(preg_grep('/slow:/', $server->lines()));
    }],
    'Arrays for Table' => [function ($code) {
        [$server, $port] = server($code, BARE);
        [$ada, $bob] = [WsClient::connect($port, '/?name=Ada'), WsClient::connect($port, '/?name=Bob')];
        $says = ask($port);
        $bob->close()->rest();
        return "$says, then " . ask($port) . ', ' . $server->stop();
    }],
    'task()' => [
        function ($code) {
            [$server, $port] = server($code, BARE_TASKS);
            $ada = WsClient::connect($port)->send('show_7');
            return $ada->text() . ', ' . $ada->text() . ', ' . $server->stop();
        },
        function ($code) use (&$worker, &$ada, &$server) {
            [$server, $port] = server($code, WITH_REDIS);
            $server->until('/subscribed/');
            $ada = WsClient::connect($port)->send('show_7');
            wait_until(fn () => redis_cli('LLEN', 'reports') === '1');
            return 'a job is in the list';
        },
        function ($code) use (&$worker, &$ada, &$server) {
            $worker = new Program(php([script($code)]));
            return $ada->text() . ', ' . $server->stop() . ', ' . $worker->stop();
        },
    ],
    'Coroutines' => [function ($code) {
        [$server, $port] = server($code, BARE);
        $ada = visitor($port, 'audit');
        return ask($port) . ', ' . $ada->text() . ', ' . $ada->text() . ', ' . $server->stop();
    }],
    'Co\Redis' => [function ($code) {
        [$server, $port] = server($code, BARE);
        return ask($port) . ', ' . $server->stop();
    }],
]);
?>
--EXPECT--
What blocks: done, here, the log: as quoted, status 0, with sleep(): here, Ada has nothing, status 0, the log: []
Arrays for Table: Ada, Bob, then Ada, status 0
task() 1: one moment, ticket for show_7, status 0
task() 2: a job is in the list
task() 3: report on show_7, status 0, signal 15
Coroutines: both have been told, first, second, status 0
Co\Redis: {"C4":"sold"}, status 0
