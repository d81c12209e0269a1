--TEST--
The page about php-fpm: its code, as it stands there, tells the browser; what is unsigned, wrongly signed or old is refused, and the public port has no trigger (npm ws outside)
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('phpredis', 'redis-server', 'node ws', 'hiredis');
?>
--FILE--
<?php
require __DIR__ . '/outside.inc';

preg_match_all('/^## ([^\n]+)$|^```php\n(.*?)^```$/ms', file_get_contents(__DIR__ . '/../../docs/from-php-fpm.md'), $parts, PREG_SET_ORDER);
foreach ($parts as $part) {
    if ($part[1] !== '') {
        $way = $part[1];
    } else {
        $page[$way][] = $part[2];
    }
}
$folder = folder();
$redis = new Program(['redis-server', '--port', '0', '--unixsocket', "$folder/redis", '--save', '', '--appendonly', 'no', '--dir', $folder]);
$redis->until('/ready to accept connections/i');
putenv('PUSH_SECRET=correct horse');

/** Writes one block as a file, with the test's own addresses in the place of the page's. */
function script(string $code, array $addresses): string
{
    global $folder;
    file_put_contents($file = "$folder/" . bin2hex(random_bytes(4)) . '.php', strtr($code, $addresses));
    return $file;
}

/** Starts a server's block; it and its ports. */
function server(string $code): array
{
    global $folder;
    $server = new Program(php([script($code, ["'0.0.0.0', 9501" => "'127.0.0.1', 0", "'127.0.0.1', 9502" => "'127.0.0.1', 0", 'redis://127.0.0.1:6379' => "unix://$folder/redis"])]));
    $server->until('/at most/', $lines);
    preg_match_all('~http://127\.0\.0\.1:(\d+)~', implode("\n", $lines), $ports);
    return [$server, ...$ports[1]];
}

function web(string $code, array $addresses): void
{
    global $folder;
    $web = new Program(php([script($code, $addresses + ["'127.0.0.1', 6379, 1.0" => "'$folder/redis'"])], redis: true));
    echo $web->stop(false), ', ';
}

function browser(string $port): Program
{
    $browser = watcher("ws://127.0.0.1:$port/");
    $browser->say('send show_7');
    came($browser);
    return $browser;
}

[$server, $port] = server($page['Through Redis'][0]);
$server->until('/subscribed/');
$ada = browser($port);
web($page['Through Redis'][1], []);
echo message($ada), ', ', $server->stop(), "\n";

[$server, $port, $trigger] = server($page['A port of its own'][0]);
$ada = browser($port);
web($page['A port of its own'][1], ['127.0.0.1:9502' => "127.0.0.1:$trigger"]);
echo message($ada), ', public: ', http("http://127.0.0.1:$port/?show=show_7"), json_encode(came($ada)), ' ', $server->stop(), "\n";

[$server, $port] = server($page['A signed request'][0]);
$ada = browser($port);
web($page['A signed request'][1], ['127.0.0.1:9501' => "127.0.0.1:$port"]);
echo message($ada), "\n";
$sign = fn (int $time, string $secret) => ['show' => 'show_7', 'time' => $time, 'sign' => hash_hmac('sha256', "$time show_7", $secret)];
foreach ([$sign(time(), 'correct horse'), $sign(time(), 'another horse'), $sign(time() - 60, 'correct horse'), $sign(time() + 60, 'correct horse'), ['sign' => ['x']] + $sign(time(), 'correct horse'), ['show' => 'show_7']] as $post) {
    echo http("http://127.0.0.1:$port/", $post);
}
echo http("http://127.0.0.1:$port/"), json_encode(came($ada)), ' ', $server->stop(), "\n";
?>
--EXPECT--
status 0, refresh, status 0
status 0, refresh, public: 404 nothing here
[] status 0
status 0, refresh
200 told 1
403 refused
403 refused
403 refused
400 refused
400 refused
405 refused
["refresh"] status 0
