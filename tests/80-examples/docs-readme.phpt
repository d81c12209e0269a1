--TEST--
README: its code, as it stands there, does what the text around it says
--FILE--
<?php
require __DIR__ . '/docs.inc';

page('README.md', [
    'SeatPush' => [function ($code) {
        [$server, $port] = server($code);
        $ada = visitor($port, 'show_7');
        return ask($port, '/?show=show_7') . ', ' . heard($ada) . ', ' . ask($port, '/?show=show_8') . ', ' . ask($port) . ', ' . heard($ada) . ', ' . $server->stop();
    }],
]);
?>
--EXPECT--
SeatPush: told 1, refresh, told 0, told 0, nothing, status 0
