--TEST--
The page about php-fpm: its code, as it stands there, tells the browser; what is unsigned, wrongly signed or old is refused, the public port has no trigger, and a sale stands when nobody can be told (npm ws outside)
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
array_map('count', $page) === ['Through Redis' => 2, 'A port of its own' => 2, 'A signed request' => 2] || throw new Exception('the page has other code than this test runs');
$folder = folder();
$redis = new Program(['redis-server', '--port', '0', '--unixsocket', "$folder/redis", '--save', '', '--appendonly', 'no', '--dir', $folder]);
$redis->until('/ready to accept connections/i');
putenv('PUSH_SECRET=correct horse');

/** Writes one block as a file, with the test's own addresses instead of the page's. */
function script(string $code, array $addresses): string
{
    global $folder;
    $here = strtr($code, $addresses);
    $here !== $code || throw new Exception("the page's addresses are others than the test's:\n$code");
    file_put_contents($file = "$folder/" . bin2hex(random_bytes(4)) . '.php', $here);
    return $file;
}

/** Starts a block that is a server. Returns it and its ports. */
function server(string $code): array
{
    global $folder;
    $server = new Program(php([script($code, ["'0.0.0.0', 9501" => "'127.0.0.1', 0", "'127.0.0.1', 9502" => "'127.0.0.1', 0", 'redis://127.0.0.1:6379' => "unix://$folder/redis"])]));
    $server->until('/at most/', $lines);
    preg_match_all('~http://127\.0\.0\.1:(\d+)~', implode("\n", $lines), $ports);
    return [$server, ...$ports[1]];
}

/** Runs a web application's block to its end, and shows how it ended. $logs: what it must have logged, of which the group is shown. */
function web(string $code, array $addresses, string $logs = ''): void
{
    global $folder;
    $web = new Program(php([script($code, $addresses + ["'127.0.0.1', 6379" => "'$folder/redis', 0"])], ['log_errors' => 1, 'error_log' => ''], redis: true));
    echo $logs === '' ? '' : 'logs ' . $web->until("/$logs/")[1] . ', ', $web->stop(false), $logs === '' ? ', ' : "\n";
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
$redis->stop();
web($page['Through Redis'][1], [], '(Redis was not told)');

[$server, $port, $trigger] = server($page['A port of its own'][0]);
$ada = browser($port);
web($page['A port of its own'][1], ['127.0.0.1:9502' => "127.0.0.1:$trigger"]);
echo message($ada), ', public: ', http("http://127.0.0.1:$port/?show=show_7"), json_encode(came($ada)), ' ', $server->stop(), "\n";
web($page['A port of its own'][1], ['127.0.0.1:9502' => "127.0.0.1:$trigger"], 'the push server was not told: .*(Connection refused)');

[$server, $port] = server($page['A signed request'][0]);
$ada = browser($port);
web($page['A signed request'][1], ['127.0.0.1:9501' => "127.0.0.1:$port"]);
echo message($ada), "\n";
putenv('PUSH_SECRET=another horse');
web($page['A signed request'][1], ['127.0.0.1:9501' => "127.0.0.1:$port"], 'the push server was not told: .*(403 Forbidden)');
$sign = function (int $time, string $secret, string $show = 'show_7') {
    return ['show' => $show, 'time' => $time, 'sign' => hash_hmac('sha256', "$time $show", $secret)];
};
$now = time();
foreach ([
    'right' => $sign($now, 'correct horse'),
    'another secret' => $sign($now, 'another horse'),
    'no secret' => $sign($now, ''),
    'too old' => $sign($now - 60, 'correct horse'),
    'too new' => $sign($now + 60, 'correct horse'),
    'of another show' => ['show' => 'show_8'] + $sign($now, 'correct horse'),
    'of another time' => ['time' => $now + 1] + $sign($now, 'correct horse'),
    'a part of the show given out as time' => ['time' => "$now not", 'show' => 'show_7'] + $sign($now, 'correct horse', 'not show_7'),
    'a list' => ['sign' => ['x']] + $sign($now, 'correct horse'),
    'no show' => $sign($now, 'correct horse', ''),
    'nothing' => [],
] as $what => $post) {
    echo "$what: ", http("http://127.0.0.1:$port/", $post);
}
$get = "http://127.0.0.1:$port/?" . http_build_query($sign($now, 'correct horse'));
echo 'GET: ', http($get), 'heard: ', json_encode(came($ada)), "\n";
echo implode(preg_grep('/^Allow/', get_headers($get))), ', ', $server->stop(), "\n";
web($page['A signed request'][1], ['127.0.0.1:9501' => "127.0.0.1:$port"], 'the push server was not told: .*(Connection refused)');
?>
--EXPECT--
status 0, refresh, status 0
logs Redis was not told, status 0
status 0, refresh, public: 404 nothing here
[] status 0
logs Connection refused, status 0
status 0, refresh
logs 403 Forbidden, status 0
right: 200 told 1
another secret: 403 refused
no secret: 403 refused
too old: 403 refused
too new: 403 refused
of another show: 403 refused
of another time: 403 refused
a part of the show given out as time: 400 refused
a list: 400 refused
no show: 400 refused
nothing: 400 refused
GET: 405 refused
heard: ["refresh"]
Allow: POST, status 0
logs Connection refused, status 0
