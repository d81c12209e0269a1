--TEST--
SeatPush: regress: sendfile() behind an answer that fills the queue is sent after it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($request, $response) {
    if ($request->server['request_uri'] === '/file') {
        echo $response->sendfile($request->get['name']) ? 'sent ' : 'not sent ';
    } else {
        $response->end(str_repeat('x', 16_000_000));
    }
});
serve($server);
PHP);
$file = tempnam(sys_get_temp_dir(), 'seatpush-');
file_put_contents($file, str_repeat('y', 100_000));
chmod($file, 0644);
$client = new HttpClient($server->port);
$client->raw("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /file?name=" . urlencode($file) . " HTTP/1.1\r\nHost: a\r\n\r\n");
echo strlen($client->response()['body']), ' and ', strlen($client->response()['body']), " bytes\n";
$server->stop();
echo $server->stdout(), "\n";
unlink($file);
?>
--EXPECT--
16000000 and 100000 bytes
sent
