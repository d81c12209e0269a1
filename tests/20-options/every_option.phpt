--TEST--
SeatPush: options: each option in options.md is accepted, by the server or by a port as the page says; so are the ignored ones; the refused ones are not, unless they are off
--EXTENSIONS--
seatpush
--FILE--
<?php
$page = file_get_contents(__DIR__ . '/../../docs/options.md');
preg_match('/<!-- options -->(.*)^## Accepted without effect$(.*)^## Refused$(.*)<!-- \/options -->/ms', $page, $part);
preg_match_all('/^\| `(\w+)` \| (server|port) \| (\S+) \|/m', $part[1], $rows, PREG_SET_ORDER);
preg_match_all('/ `(\w+)`(?= |$)/m', implode("\n", preg_grep('/^- /', explode("\n", $part[2]))), $ignored);
preg_match_all('/ `(\w+)`(?= |$)/m', implode("\n", preg_grep('/^- /', explode("\n", $part[3]))), $refused);

$server = new SeatPush\Server('127.0.0.1', 0);
$port = $server->listen('127.0.0.1', 0);
function fails(callable $try): string
{
    try {
        return $try() ? '' : 'false';
    } catch (ValueError $e) {
        return preg_replace('/^.*?Argument #1 \(\$settings\) /', '', $e->getMessage());
    }
}
$count = ['server' => 0, 'port' => 0];
foreach ($rows as [, $name, $of, $default]) {
    $count[$of]++;
    $value = match ($default) { 'none' => ['redis' => 'redis://a', 'ssl_sni_certs' => [], 'redis_prefix' => 'a:b', 'websocket_subprotocol' => 'chat', 'trusted_proxies' => '10.0.0.0/8', 'http_index_files' => 'index.html'][$name] ?? '/x', 'all' => 'self', 'usual' => 'text/*', 'reconnect' => $default, default => json_decode($default) };
    echo fails(fn () => $server->set([$name => $value]));
    $said = fails(fn () => $port->set([$name => $value]));
    if (($said === "must hold options of a port; \"$name\" belongs to the whole server: set it there") !== ($of === 'server')) {
        echo "$name of $of: $said\n";
    }
    if (is_int($value) && $name !== 'send_timeout' && fails(fn () => $server->set([$name => -1])) === '') {
        echo "$name may be -1?\n";
    }
    if (in_array($default, ['none', 'usual']) && !preg_match("/^must have \"$name\" as (an array|(an array or )?a string), int given$/", fails(fn () => $server->set([$name => 5])))) {
        echo "$name may be a number?\n";
    }
}
foreach ($ignored[1] as $name) {
    echo fails(fn () => $server->set([$name => 'anything'])), fails(fn () => $port->set([$name => 1]));
}
foreach ($refused[1] as $name) {
    if (!str_starts_with(fails(fn () => $server->set([$name => 1])), "must not have \"$name\": ")) {
        echo "$name is not refused\n";
    }
    foreach ([0, false, '', null] as $off) {
        echo fails(fn () => $server->set([$name => $off]));
    }
}
var_dump($count['server'] >= 12, $count['port'] >= 26, count($ignored[1]) > 50, count($refused[1]) > 10);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
