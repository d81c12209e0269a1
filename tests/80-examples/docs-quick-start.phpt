--TEST--
docs/quick-start.md: the server gives the page, the page's WebSocket hears what curl says
--FILE--
<?php
require __DIR__ . '/docs.inc';

page('docs/quick-start.md', [
    'The server' => [function ($code) {
        [$server, $port] = server($code);
        $ada = visitor($port, 'show_7');
        $bob = visitor($port, 'show_7', 'what is this?');
        $post = fn (string $target) => (new HttpClient($port))->request('POST', $target, ['Content-Type' => 'application/x-www-form-urlencoded'], 'C4 is sold')->response();
        $page = HttpClient::get($port, '/');
        return "{$page['headers']['content-type'][0]}, " . substr_count($page['body'], "ws.send('show_7')") . ', ' . trim($post('/show_7')['body'])
            . ', ' . heard($ada) . ', ' . heard($bob) . ', ' . trim($post('/show_8')['body']) . ', ' . $post('/')['status'] . ', ' . ask($port, '/show_7') . ', ' . $server->stop() . ', ' . $ada->text();
    }],
]);
?>
--EXPECT--
The server: text/html, 1, told 2, C4 is sold, C4 is sold, told 0, 404, 404 nothing here, status 0, close 1001 server is stopping
