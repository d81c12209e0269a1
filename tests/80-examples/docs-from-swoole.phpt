--TEST--
docs/from-swoole.md: its code runs, its tables have what there is and nothing else, a callback that blocks is logged as it says
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

// The tables, compared with what exists. With the aliases, in a process of its own.
preg_match('/^## Methods$(.*?)^## Events$(.*?)^## Options$(.*?)^## Constants.*?$(.*?)^## What to/ms', $text, $parts);
file_put_contents($file = scratch() . '/tables.php', '<?php [$methods, $events, $constants] = json_decode(' . var_export(json_encode([$parts[1], $parts[2], $parts[4]]), true) . ', true);' . <<<'PHP'
$of = ['Server' => 'Swoole\WebSocket\Server', 'Request' => 'Swoole\Http\Request', 'Response' => 'Swoole\Http\Response', 'Cookie' => 'Swoole\Http\Cookie', 'Frame, CloseFrame' => 'Swoole\WebSocket\Frame', 'Timer' => 'Swoole\Timer', 'Table' => 'Swoole\Table', 'Atomic' => 'Swoole\Atomic', 'Lock' => 'Swoole\Lock'];
$rows = $names = 0;
foreach (preg_split('/^### /m', $methods) as $section) {
    [$heading, $rest] = explode("\n", $section, 2);
    if (!isset($of[$heading])) {
        continue;
    }
    preg_match_all('/^\| (`.*?`) \| (.*) \|$/m', $rest, $table, PREG_SET_ORDER);
    foreach ($table as [, $left, $right]) {
        $rows++;
        preg_match_all('/`(\w+)\(\)`/', $left, $found);
        foreach ($found[1] as $name) {
            method_exists($of[$heading], $name) !== str_starts_with($right, 'not there') || print("$heading::$name(): $right\n");
        }
    }
    preg_match('/^Properties: .*/m', $rest, $line);
    preg_match_all('/`\$(\w+)`/', $line[0] ?? '', $found);
    foreach ($found[1] as $name) {
        property_exists($heading === 'Frame, CloseFrame' ? 'Swoole\WebSocket\CloseFrame' : $of[$heading], $name) || print("$heading: no \$$name\n");
    }
}
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
preg_match_all('/^\| (`.*?`) \| (.*) \|$/m', $events, $table, PREG_SET_ORDER);
foreach ($table as [, $left, $right]) {
    preg_match_all('/`(\w+)`/', $left, $found);
    foreach ($found[1] as $name) {
        try {
            $taken = $server->on($name, fn () => 1);
        } catch (ValueError) {
            $taken = false;
        }
        $taken !== str_starts_with($right, 'refused') || print("$name: $right\n");
    }
}
$server = null;    // that start() is not called is no mistake here
preg_match_all('/`(\w+|\w+(?:\\\\\w+)+|(?:\w+\\\\)*\w+\(\))`/', $constants, $found);
$missing = implode(preg_grep('/^\| .* \| not there/', explode("\n", $constants)));
foreach (preg_grep('/^SWOOLE_|^swoole_|^Swoole\\\\|^(?:go|co)\(/', $found[1]) as $name) {
    $names++;
    $there = str_ends_with($name, '()') ? function_exists(substr($name, 0, -2)) : (str_starts_with($name, 'SWOOLE_') ? defined($name) : class_exists($name));
    $there !== str_contains($missing, "`$name`") || $name === 'Swoole\Coroutine' || print($there ? "there is a $name\n" : "there is no $name\n");
}
echo $rows > 35 && $names > 40 ? 'the tables are right' : "$rows rows, $names names", "\n";
PHP);
echo implode("\n", (function () use ($file) {
    $program = new Program(php([$file], ['seatpush.swoole_aliases' => 1]));
    $program->stop(false);
    return $program->lines();
})()), "\n";
?>
--EXPECT--
What blocks: done, here, the log: as quoted, status 0, with sleep(): here, Ada has nothing, status 0, the log: []
Arrays for Table: Ada, Bob, then Ada, status 0
task() 1: one moment, ticket for show_7, status 0
task() 2: a job is in the list
task() 3: report on show_7, status 0, signal 15
Coroutines: both have been told, first, second, status 0
Co\Redis: {"C4":"sold"}, status 0
the tables are right
