--TEST--
docs/who-may-connect.md: its eight lines let in whom they know, Open follows, others get 401
--FILE--
<?php
require __DIR__ . '/docs.inc';

const WITH_USERS = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
function user_of_session(string $session): ?string
{
    return ['s3cret' => 'ada'][$session] ?? null;
}
%s
$server->on('Open', fn ($server, $request) => $server->push($request->fd, "welcome, {$request->cookie['session']}"));
$server->on('Message', fn () => 1);
$server->start();
PHP;

page('docs/who-may-connect.md', [
    'Who may connect' => [function ($code) {
        [$server, $port] = server($code, WITH_USERS);
        $ada = WsClient::upgrade($port, '/', ['Cookie' => 'session=s3cret']);
        $eve = WsClient::upgrade($port, '/', ['Cookie' => 'session=guessed']);
        return count(explode("\n", trim($code))) . " lines, $ada->status " . $ada->text() . ", $eve->status, " . WsClient::upgrade($port)->status . ', ' . $server->stop();
    }],
]);
?>
--EXPECT--
Who may connect: 8 lines, 101 welcome, s3cret, 401, 401, status 0
