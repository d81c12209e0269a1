--TEST--
SeatPush: http: static files: Range gives a part, or several as multipart/byteranges, or 416; If-Range decides whether it counts
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/static_files.inc';

$large = random_bytes(300000);
$site = new Site(['ten.txt' => '0123456789', 'empty.txt' => '', 'large.zip' => $large]);
touch("$site->root/ten.txt", time() - 100);
$site->serve();
$port = $site->server->port;

function shown(array $answer): string
{
    $boundary = preg_match('/^multipart\/byteranges; boundary=(\w+)$/', $answer['headers']['content-type'][0] ?? '', $found) ? $found[1] : null;
    return $answer['status'] . ' ' . ($answer['headers']['content-range'][0] ?? '-') . ' ' . json_encode(str_replace((string) $boundary, 'BOUNDARY', $answer['body']), JSON_UNESCAPED_SLASHES)
        . (strlen($answer['body']) == $answer['headers']['content-length'][0] ? '' : ' of a wrong length');
}
foreach (['0-0', '2-4', '7-', '-2', '0-', '-99', '5-99', '10-', '-0', '4-2', 'x', '0-1,4-5', '8-,0-1', '0-0,20-30', '20-,30-', '0-9,0-0', '0-0,0-0,0-0', implode(',', array_map(fn ($n) => "$n-$n", range(0, 16)))] as $range) {
    echo "$range => ", shown(HttpClient::get($port, '/ten.txt', ['Range' => "bytes=$range"])), "\n";
}
echo 'lines=0-1 => ', shown(HttpClient::get($port, '/ten.txt', ['Range' => 'lines=0-1'])), "\n";
echo 'of nothing => ', shown(HttpClient::get($port, '/empty.txt', ['Range' => 'bytes=0-'])), "\n";
$head = (new HttpClient($port))->request('HEAD', '/ten.txt', ['Range' => 'bytes=0-1'])->response(true);
echo "HEAD => $head[status] ", $head['headers']['content-length'][0], "\n";

$whole = HttpClient::get($port, '/ten.txt')['headers'];
foreach ([$whole['etag'][0], '"other"', 'W/' . $whole['etag'][0], $whole['last-modified'][0], 'Sun, 06 Nov 1994 08:49:37 GMT', 'x'] as $i => $if) {
    echo "If-Range $i => ", HttpClient::get($port, '/ten.txt', ['Range' => 'bytes=0-1', 'If-Range' => $if])['status'], "\n";
}
// Longer than one piece of the file, on a connection that goes on.
$client = new HttpClient($port);
echo json_encode($client->request('GET', '/large.zip', ['Range' => 'bytes=1-200000'])->response()['body'] === substr($large, 1, 200000)), ' ';
$body = $client->request('GET', '/large.zip', ['Range' => 'bytes=100000-,0-99998'])->response()['body'];
preg_match('/\A\r\n(--\w+)\r\nContent-Type: application\/zip\r\nContent-Range: bytes 100000-299999\/300000\r\n\r\n/', $body, $first);
$wanted = $first[0] . substr($large, 100000) . "\r\n$first[1]\r\nContent-Type: application/zip\r\nContent-Range: bytes 0-99998/300000\r\n\r\n" . substr($large, 0, 99999) . "\r\n$first[1]--\r\n";
echo json_encode($body === $wanted), ' ', $client->request('GET', '/ten.txt')->response()['body'], "\n";
$site->server->stop();
?>
--EXPECT--
0-0 => 206 bytes 0-0/10 "0"
2-4 => 206 bytes 2-4/10 "234"
7- => 206 bytes 7-9/10 "789"
-2 => 206 bytes 8-9/10 "89"
0- => 206 bytes 0-9/10 "0123456789"
-99 => 206 bytes 0-9/10 "0123456789"
5-99 => 206 bytes 5-9/10 "56789"
10- => 416 bytes */10 ""
-0 => 416 bytes */10 ""
4-2 => 200 - "0123456789"
x => 200 - "0123456789"
0-1,4-5 => 206 - "\r\n--BOUNDARY\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 0-1/10\r\n\r\n01\r\n--BOUNDARY\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 4-5/10\r\n\r\n45\r\n--BOUNDARY--\r\n"
8-,0-1 => 206 - "\r\n--BOUNDARY\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 8-9/10\r\n\r\n89\r\n--BOUNDARY\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 0-1/10\r\n\r\n01\r\n--BOUNDARY--\r\n"
0-0,20-30 => 206 bytes 0-0/10 "0"
20-,30- => 416 bytes */10 ""
0-9,0-0 => 200 - "0123456789"
0-0,0-0,0-0 => 206 - "\r\n--BOUNDARY\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 0-0/10\r\n\r\n0\r\n--BOUNDARY\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 0-0/10\r\n\r\n0\r\n--BOUNDARY\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 0-0/10\r\n\r\n0\r\n--BOUNDARY--\r\n"
0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,15-15,16-16 => 200 - "0123456789"
lines=0-1 => 200 - "0123456789"
of nothing => 200 - ""
HEAD => 200 10
If-Range 0 => 206
If-Range 1 => 200
If-Range 2 => 200
If-Range 3 => 206
If-Range 4 => 200
If-Range 5 => 200
true true 0123456789
