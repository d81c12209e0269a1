--TEST--
docs/processes.md: the server of the page reloads, and what is to happen once does
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/docs.inc';

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
    'What must happen once' => [
        function ($code) {
            $file = scratch() . '/started';
            [$server, $port] = server("\$server->set(['supervise' => true]);\n$code", instead: ['/tmp/started' => $file]);
            $server->signal(SIGUSR1);
            $server->until('/generation 1 serves/');
            return count(file($file)) . ' line, ' . $server->stop();
        },
        fn ($code) => run($code, instead: ['/tmp/push.pid' => scratch() . '/no.pid']) ?: 'nothing to stop',
    ],
]);
?>
--EXPECT--
Processes: version 1, close 1012 server restarts: come back, version 1, the log as quoted, status 0
What must happen once 1: 1 line, status 0
What must happen once 2: nothing to stop
