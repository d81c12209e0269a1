--TEST--
docs/processes.md: its servers reload, several workers share what it says, and what is to happen once does
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('redis-server', 'hiredis', 'phpredis');
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';

const FOUR = "\$server = new SeatPush\\Server('127.0.0.1', 0);\n\$server->set(['worker_num' => 4]);\n%s\n\$server->start();";

/** Visitors who come one after another, and of whom each worker has some. */
function visitors(int $port): array
{
    return array_map(fn () => WsClient::connect($port), range(1, 40));
}

redis();

page('docs/processes.md', [
    'Processes' => [function ($code) {
        [$server, $port] = server($code);
        $ada = visitor($port, 'hello');
        $says = ask($port) . ', ';
        $server->signal(SIGUSR1);
        $says .= $ada->text() . ', ';
        [$line] = $server->until('/seatpush \(supervisor\): reload: generation 1 serves/');
        return $says . ask($port) . ', ' . (str_contains(file_get_contents(PAGES . '/docs/processes.md'), "INFO $line\n") ? 'the log as quoted' : $line) . ', ' . $server->stop();
    }],
    'Several workers' => [function ($code) {
        [$server, $port] = server($code);
        $all = array_map(fn () => visitor($port, 'show_7'), range(1, 40));
        $says = ask($port, '/?show=show_7') . ', ';
        return $says . json_encode(array_count_values(array_map(fn ($visitor) => $visitor->text(), $all))) . ', ' . $server->stop();
    }],
    'Task workers' => [function ($code) {
        [$server, $port] = server($code);
        return visitor($port, 'show_7')->text() . ', ' . $server->stop();
    }],
    'Processes of your own' => [function ($code) {
        [$server, $port] = server("\$server->on('Open', fn (\$server, \$request) => \$server->subscribe(\$request->fd, 'time'));\n$code");
        $ada = WsClient::connect($port);
        return preg_replace('/\d\d/', 'n', $ada->text() . ', ' . $ada->text()) . ', ' . $server->stop();
    }],
    'What is shared' => [
        function ($code) {
            [$server, $port] = server($code, FOUR);
            foreach (visitors($port) as $seat => $visitor) {
                $visitor->send("A$seat");
                heard($visitor);
            }
            return ask($port) . ', ' . $server->stop();
        },
        function ($code) {
            [$server, $port] = server("\$server->set(['supervise' => true]);\n$code");
            $says = trim(ask($port)) . ', ';
            $server->signal(SIGUSR1);
            $server->until('/generation 1 serves/');
            return $says . trim(ask($port)) . ', ' . $server->stop();
        },
    ],
    'Connections that stay' => [function ($code) {
        [$server, $port] = server($code);
        $ada = visitor($port, 'A 5');
        $server->signal(SIGUSR1);
        $server->until('/generation 1 serves/');
        $server->until('/connections came from the process before/');
        $ben = WsClient::connect($port);
        return heard($ben->send('B 7')) . ', ' . heard($ada->send('A 6')) . ', ' . $server->stop();
    }],
    'What must happen once' => [
        function ($code) {
            $file = scratch() . '/started';
            [$server, $port] = server("\$server->set(['supervise' => true]);\n$code", instead: ['/tmp/started' => $file]);
            $server->signal(SIGUSR1);
            $server->until('/generation 1 serves/');
            return count(file($file)) . ' line, ' . $server->stop();
        },
        function ($code) {
            [$server, $port] = server("\$server->set(['worker_num' => 4]);\n$code", instead: ['60_000' => '20', "date('H:i')" => '$server->worker_id']);
            $ada = visitor($port, 'clock');
            $says = $ada->text() . ' ' . $ada->text() . ' ' . $ada->text() . ', ';
            return "of worker $says" . $server->stop();
        },
        fn ($code) => run($code, instead: ['/tmp/push.pid' => scratch() . '/no.pid']) ?: 'nothing to stop',
    ],
    'Values in Redis that callbacks change' => [
        function ($code) {
            [$server, $port] = server($code, FOUR, redis: true);
            foreach (visitors($port) as $visitor) {
                $visitor->send('show_7');
                heard($visitor);
            }
            $kept = count(json_decode(redis_cli('GET', 'watching_show_7'), true));
            redis_cli('DEL', 'watching_show_7');
            return "one after another: $kept, " . $server->stop();
        },
        function ($code) {
            [$server, $port] = server($code, FOUR);
            $all = visitors($port);
            array_map(fn ($visitor) => $visitor->send('show_7'), $all);
            wait_until(fn () => redis_cli('SCARD', 'watching_show_7') === '40');
            array_pop($all)->close()->rest();
            $says = ask($port) . ', ' . implode(' ', array_unique(array_map(fn ($visitor) => $visitor->text(), $all)));
            return "at once: 40, $says, left: " . redis_cli('SCARD', 'watching_show_7') . ', ' . $server->stop();
        },
        function ($code) {
            [$server, $port] = server($code, FOUR);
            $all = array_slice(visitors($port), 0, 4);
            for ($round = 0; $round < 20; $round++) {
                array_map(fn ($visitor, $i) => $visitor->send("seat {$round} of $i"), $all, array_keys($all));
                array_map(fn ($visitor) => $visitor->text(), $all);
            }
            return 'at once: ' . count(json_decode(redis_cli('GET', 'plan_show_7'), true)) . ', ' . $server->stop();
        },
    ],
]);
?>
--EXPECT--
Processes: version 1, close 1012 server restarts: come back, version 1, the log as quoted, status 0
Several workers: told, {"refresh":40}, status 0
Task workers: ticket for show_7, status 0
Processes of your own: n:n:n, n:n:n, status 0
What is shared 1: 40 sold, status 0
What is shared 2: visit 1, visit 2, status 0
What must happen once 1: 1 line, status 0
What must happen once 2: of worker 0 0 0, status 0
What must happen once 3: nothing to stop
Values in Redis that callbacks change 1: one after another: 40, status 0
Values in Redis that callbacks change 2: at once: 40, told, refresh, left: 39, status 0
Values in Redis that callbacks change 3: at once: 80, status 0
Connections that stay: held: A 5 B 7, held: A 6 B 7, status 0
