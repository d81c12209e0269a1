--TEST--
SeatPush: session: foreign text in the log commands no terminal and forges no line, whichever way it comes
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('redis-server', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/redis.inc';

// Escapes for a terminal, a line that looks like one of ours, what turns the direction of writing, and what is no UTF-8.
const EVIL = "\x1b[31m\x9b\u{9b}1m\u{202e}\x07\r\n[2026-01-01 00:00:00.000] ERROR seatpush: forged\r\x00\xff";

$redis = (new TestRedis())->start();
$server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['redis' => 'DSN', 'registry_lease' => 1]);
$registry = new SeatPush\Registry($server, 'DSN');
$server->subscribeRedis('topic:*');
$server->subscribeRedis('jobs:*', function ($s, $channel, $data) {
    throw new RuntimeException("from $channel: $data");
});
$server->consumeRedis("list\x1b[32m\n[2026-01-01 00:00:00.000] ERROR seatpush: forged", fn ($item) => throw new LogicException($item), tries: 1);
$server->on('Request', function ($q, $r) {
    throw new DomainException($q->getContent());
});
$server->on('Message', function ($s, $f) {
    throw new UnexpectedValueException($f->data);
});
serve($server);
PHP, ['DSN' => $redis->dsn]));
$redis->subscribed(3);
$server->until('/Redis: node/');

$quoted = '"' . strtr(EVIL, ["\x1b" => '\27', "\x9b" => '\155', "\x07" => '\7', "\r" => '\r', "\n" => '\n', "\x00" => '\0', "\xff" => '\255']) . '"';
$say = fn (string $channel, string $payload) => $redis->cli('EVAL', "return redis.call('PUBLISH', $channel, $payload)", '0');
// A node that nobody can bury, and one that is really gone, behind it: its name is a token.
$redis->cli('EVAL', "return redis.call('HSET', 'seatpush:nodes', $quoted, '1', '0123456789abcdef', '1')", '0');
$server->until('/the node 0123456789abcdef is gone/');
$say("'topic:' .. $quoted", '"\255"');
$say("'jobs:' .. $quoted", $quoted);
$redis->cli('EVAL', "return redis.call('LPUSH', \"list\\27[32m\\n[2026-01-01 00:00:00.000] ERROR seatpush: forged\", $quoted)", '0');
(new HttpClient($server->port))->request('POST', '/', [], EVIL)->response();
WsClient::connect($server->port)->sendFrame(2, EVIL)->read();
WsClient::connect($server->port, '/', ['Origin' => "https://evil\x9b31m\u{9b}1m\u{202e}.example", 'Cookie' => 'a=b']);
$server->until('/UnexpectedValue/');
$server->until('/DomainException/');
$server->until('/LogicException/');
$server->until('/RuntimeException/');
$server->until('/for the topic/');
$server->until('/has failed/');
$server->until('/a page from/');
$server->stop();

$log = $server->log();
$lines = explode("\n", rtrim($log, "\n"));
echo 'valid UTF-8: ', json_encode((bool) preg_match('//u', $log)), "\n";
echo 'controls: ', json_encode(preg_match_all('/[\x00-\x08\x0b-\x1f\x7f]|[\x{80}-\x{9f}\x{202e}]/u', $log)), "\n";
// log() takes the time off the lines that begin with one.
echo 'forged: ', count(preg_grep('/^ERROR seatpush: forged/', $lines)), ', shown: ', json_encode(count(preg_grep('/^    \[2026-01-01 00:00:00.000\] ERROR seatpush: forged/', $lines)) >= 6), "\n";
echo 'neither a line of ours nor a further one: ', count(preg_grep('/^(DEBUG|INFO|NOTICE|WARNING|ERROR) seatpush: |^    /', $lines, PREG_GREP_INVERT)), "\n";
foreach (['for the topic', 'RuntimeException', 'LogicException', 'DomainException', 'UnexpectedValue', 'has failed', 'a page from'] as $word) {
    $line = array_values(preg_grep("/$word/", $lines))[0];
    echo preg_replace('/^(.*?)(\\\\u\{1b\}.*)$/', '$1 | $2', $line), "\n";
}
echo 'gone: ', count(preg_grep('/is gone/', $lines)), "\n";
echo 'traces: ', json_encode(count(preg_grep('/^    #0 /', $lines)) >= 4), "\n";
?>
--EXPECT--
valid UTF-8: true
controls: 0
forged: 0, shown: true
neither a line of ours nor a further one: 0
WARNING seatpush: Redis: a message for the topic  | \u{1b}[31m\x9b\x9b1m\u{202e}\u{7}
ERROR seatpush: uncaught in the subscribeRedis callback: RuntimeException: from jobs: | \u{1b}[31m\x9b\x9b1m\u{202e}\u{7}
ERROR seatpush: uncaught in the consumeRedis callback: LogicException:  | \u{1b}[31m\x9b\x9b1m\u{202e}\u{7}
ERROR seatpush: uncaught in the Request callback: DomainException:  | \u{1b}[31m\x9b\u{9b}1m\u{202e}\u{7}
ERROR seatpush: uncaught in the Message callback: UnexpectedValueException:  | \u{1b}[31m\x9b\u{9b}1m\u{202e}\u{7}
    [2026-01-01 00:00:00.000] ERROR seatpush: forged has failed 1 times and is in list | \u{1b}[32m
NOTICE seatpush: a page from https://evil\x9b31m\u{9b}1m\u{202e}.example opened a WebSocket to test with this site's cookies; if Message trusts cookies, set allowed_origins, for example to 'self'
gone: 1
traces: true
