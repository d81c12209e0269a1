--TEST--
SeatPush: compression: its options: off unless it is set, or with Swoole's names; the level, the lengths, the types; each port its own, by whichever name
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/compression.inc';

$code = <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(OPTIONS);
$port = $server->listen('127.0.0.1', 0);
$port->set(OF_PORT);
$server->on('Request', function ($q, $r) use ($port) {
    if (isset($q->get['type'])) {
        $r->header('Content-Type', $q->get['type']);
    }
    mt_srand(7);
    for ($text = ''; strlen($text) < ($q->get['length'] ?? 20000); $text .= mt_rand(0, 99) . ' seats, ');
    $r->header('X-Port', (string) $port->port);
    $r->end(substr($text, 0, (int) ($q->get['length'] ?? 20000)));
});
serve($server);
PHP;
/** What the server and its second port answer. */
function ask(array $options, array $ofPort, array $queries, array $ini = []): void
{
    $server = TestServer::start(strtr($GLOBALS['code'], ['OPTIONS' => var_export($options, true), 'OF_PORT' => var_export($ofPort, true)]), $ini);
    $second = (int) HttpClient::get($server->port)['headers']['x-port'][0];
    foreach ($queries as $query) {
        foreach ([$server->port, $second] as $i => $port) {
            $answer = HttpClient::get($port, '/?' . http_build_query($query), ['Accept-Encoding' => 'gzip']);
            $lengths[] = strlen($answer['body']);
            echo $i ? ', ' : '', coding($answer);
            body($answer);
        }
        echo $lengths[0] > $lengths[1] ? ', the second shorter' : '', "\n";
        $lengths = [];
    }
    $server->stop();
}
echo "by default\n";
ask([], [], [[]]);
ask([], ['http_compression' => true], [[]]);
ask(['http_compression' => true], ['http_compression' => false], [[]]);
echo "with Swoole's names\n";
ask([], [], [[]], ['seatpush.swoole_aliases' => 1]);
ask(['http_compression' => false], [], [[]], ['seatpush.swoole_aliases' => 1]);
echo "level\n";
foreach ([['http_compression_level' => 9], ['http_gzip_level' => 11], ['compression_level' => '9']] as $level) {
    ask(['http_compression' => true, 'http_compression_level' => 0], $level, [[]]);
    ask(['http_compression' => true] + $level, [], [[]]);
}
echo "length\n";
ask(['http_compression' => true, 'http_compression_min_length' => 1000, 'http_compression_max_length' => 3000], ['http_compression_min_length' => 0], [['length' => 999], ['length' => 1000], ['length' => 3000], ['length' => 3001]]);
echo "types\n";
ask(['http_compression' => true, 'http_compression_types' => ['application/x-seats', '*+x']], ['compression_types' => 'text/*,text/event-stream'], [['type' => 'application/x-seats'], ['type' => 'a/b+X; c=d'], ['type' => 'text/html'], ['type' => 'text/event-stream']]);
echo "refused\n";
foreach ([['http_compression_types' => ['*/*']], ['compression_types' => 'text/html,json'], ['http_compression_types' => [5]], ['http_compression_level' => 12], ['http_compression_streams' => -1]] as $options) {
    try {
        (new SeatPush\Server('127.0.0.1', 0))->set($options);
    } catch (ValueError $e) {
        echo preg_replace('/^.*\) must/', 'must', $e->getMessage()), "\n";
    }
}
?>
--EXPECT--
by default
plain, plain
plain, gzip vary Accept-Encoding, the second shorter
gzip vary Accept-Encoding, plain
with Swoole's names
gzip vary Accept-Encoding, gzip vary Accept-Encoding
plain, plain
level
gzip vary Accept-Encoding, gzip vary Accept-Encoding, the second shorter
gzip vary Accept-Encoding, gzip vary Accept-Encoding
gzip vary Accept-Encoding, gzip vary Accept-Encoding, the second shorter
gzip vary Accept-Encoding, gzip vary Accept-Encoding
gzip vary Accept-Encoding, gzip vary Accept-Encoding, the second shorter
gzip vary Accept-Encoding, gzip vary Accept-Encoding
length
plain, gzip vary Accept-Encoding, the second shorter
gzip vary Accept-Encoding, gzip vary Accept-Encoding
gzip vary Accept-Encoding, gzip vary Accept-Encoding
plain, plain
types
gzip vary Accept-Encoding, plain
gzip vary Accept-Encoding, plain
plain, gzip vary Accept-Encoding, the second shorter
plain, gzip vary Accept-Encoding, the second shorter
refused
must have "http_compression_types" as media types; "*/*" is not one: write "application/json", "text/*" or "*+json"
must have "compression_types" as media types; "json" is not one: write "application/json", "text/*" or "*+json"
must have "http_compression_types" as media types; "(no string)" is not one: write "application/json", "text/*" or "*+json"
must have "http_compression_level" from 0 to 11, 12 given
must have "http_compression_streams" from 0 to 1000000 responses, -1 given
