--TEST--
docs/static-files.md: its server sends the page, and what is no file is 404
--FILE--
<?php
require __DIR__ . '/docs.inc';

file_put_contents(scratch() . '/index.html', 'the page');

page('docs/static-files.md', [
    'Static files' => [function ($code) {
        [$server, $port] = server(str_replace("__DIR__ . '/public'", var_export(scratch(), true), $code), '%s');
        $browser = WsClient::connect($port);
        return HttpClient::get($port)['body'] . ', ' . HttpClient::get($port, '/none')['status'] . ', ' . $browser->send('hi')->text() . ', ' . $server->stop();
    }],
]);
?>
--EXPECT--
Static files: the page, 404, you said hi, status 0
