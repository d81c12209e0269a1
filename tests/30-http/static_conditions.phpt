--TEST--
SeatPush: http: static files: a client that has the file gets 304, one that wants another gets 412; the ETag follows the content
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/static_files.inc';

$site = new Site(['a.txt' => 'content']);
touch("$site->root/a.txt", $time = time() - 100);
$site->serve();
$port = $site->server->port;

$whole = HttpClient::get($port, '/a.txt')['headers'];
[$etag, $date] = [$whole['etag'][0], $whole['last-modified'][0]];
echo json_encode($date === gmdate('D, d M Y H:i:s', $time) . ' GMT'), "\n";
$earlier = gmdate('D, d M Y H:i:s', $time - 1) . ' GMT';
foreach (['If-None-Match: ETAG', 'If-None-Match: "x", W/ETAG', 'If-None-Match: *', 'If-None-Match: "x"', 'If-Modified-Since: DATE', 'If-Modified-Since: EARLIER', 'If-Modified-Since: x', 'If-None-Match: "x"|If-Modified-Since: DATE',
    'If-Match: ETAG', 'If-Match: "x"', 'If-Match: W/ETAG', 'If-Unmodified-Since: DATE', 'If-Unmodified-Since: EARLIER', 'If-None-Match: ETAG|Range: bytes=0-1', 'If-Match: ETAG|Range: bytes=0-1'] as $lines) {
    $headers = [];
    foreach (explode('|', strtr($lines, ['ETAG' => $etag, 'DATE' => $date, 'EARLIER' => $earlier])) as $line) {
        [$name, $value] = explode(': ', $line, 2);
        $headers[$name] = $value;
    }
    $client = new HttpClient($port);
    $answer = $client->request('GET', '/a.txt', $headers)->response();
    echo "$lines => $answer[status] '$answer[body]'", isset($answer['headers']['etag']) ? '' : ' without an ETag', ' ', $answer['headers']['content-length'][0] ?? '-';
    echo ', HEAD ', $client->request('HEAD', '/a.txt', $headers)->response(true)['status'], "\n";
}
file_put_contents("$site->root/a.txt", 'CONTENT');
touch("$site->root/a.txt", $time + 1);
clearstatcache();
echo 'changed: ', json_encode(HttpClient::get($port, '/a.txt', ['If-None-Match' => $etag])['status']), "\n";
touch("$site->root/a.txt", $time);
echo 'as before: ', json_encode(HttpClient::get($port, '/a.txt', ['If-None-Match' => $etag])['status']), "\n";
$site->server->stop();
?>
--EXPECT--
true
If-None-Match: ETAG => 304 '' -, HEAD 304
If-None-Match: "x", W/ETAG => 304 '' -, HEAD 304
If-None-Match: * => 304 '' -, HEAD 304
If-None-Match: "x" => 200 'content' 7, HEAD 200
If-Modified-Since: DATE => 304 '' -, HEAD 304
If-Modified-Since: EARLIER => 200 'content' 7, HEAD 200
If-Modified-Since: x => 200 'content' 7, HEAD 200
If-None-Match: "x"|If-Modified-Since: DATE => 200 'content' 7, HEAD 200
If-Match: ETAG => 200 'content' 7, HEAD 200
If-Match: "x" => 412 '' 0, HEAD 412
If-Match: W/ETAG => 412 '' 0, HEAD 412
If-Unmodified-Since: DATE => 200 'content' 7, HEAD 200
If-Unmodified-Since: EARLIER => 412 '' 0, HEAD 412
If-None-Match: ETAG|Range: bytes=0-1 => 304 '' -, HEAD 304
If-Match: ETAG|Range: bytes=0-1 => 206 'co' 2, HEAD 200
changed: 200
as before: 304
