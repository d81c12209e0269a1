--TEST--
docs/compression.md: its lines make messages go out compressed, with the answer that it shows, and responses
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';

const WITH_PUSH = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
%s
$server->on('Message', fn ($server, $frame) => $server->push($frame->fd, str_repeat('seat ', 100)));
$server->start();
PHP;

const WITH_RESPONSE = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
%s
$server->on('Request', fn ($request, $response) => $response->end(str_repeat('seat ', 100)));
$server->start();
PHP;

page('docs/compression.md', [
    'Messages' => [function ($code) {
        [$server, $port] = server($code, WITH_PUSH);
        $ada = WsClient::connect($port, '/', ['Sec-WebSocket-Extensions' => 'permessage-deflate; client_max_window_bits']);
        $ada->rsv1 = true;
        $frame = $ada->send('x')->read();
        preg_match('/^    (Sec-WebSocket-Extensions: .*)$/m', file_get_contents(PAGES . '/docs/compression.md'), $answer);
        return ($frame['rsv1'] ? 'compressed, ' : 'plain, ') . (str_contains($ada->head, "$answer[1]\r\n") ? 'with this answer' : $ada->head) . ', ' . $server->stop();
    }],
    'Responses' => [function ($code) {
        [$server, $port] = server($code, WITH_RESPONSE);
        $answer = HttpClient::get($port, '/', ['Accept-Encoding' => 'gzip']);
        return $answer['headers']['content-encoding'][0] . ', ' . (strlen($answer['body']) < 500 ? 'shorter' : 'longer') . ', ' . $server->stop();
    }],
]);
?>
--EXPECT--
Messages: compressed, with this answer, status 0
Responses: gzip, shorter, status 0
