--TEST--
SeatPush: http: uploads have PHP's limits and the port's; what is dropped is logged, once, and the script's error handler is not called
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$folder = sys_get_temp_dir() . '/seatpush-' . getmypid();
mkdir($folder);
$server = TestServer::start(strtr(<<<'PHP'
set_error_handler(function ($level, $text) { echo "the error handler heard: $text\n"; return true; });
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['package_max_length' => 3 << 20, 'upload_max_filesize' => 1000, 'upload_tmp_dir' => 'FOLDER']);
$server->listen('127.0.0.1', 0)->set(['http_parse_files' => false]);
$server->listen('127.0.0.1', 0)->set(['upload_max_filesize' => 0, 'http_parse_post' => false]);
$kept = [];
$server->on('Request', function ($q, $r) use (&$kept) {
    $kept[] = $q;
    $r->end(json_encode([
        $q->post === null ? null : count($q->post),
        $q->files === null ? null : [count($q->files), array_count_values(array_column($q->files, 'error'))],
        count(glob('FOLDER/*')), error_get_last(),
    ]));
});
serve($server);
PHP, ['FOLDER' => $folder]));
[$all, $none, $large] = $server->ports;
function part(string $name, string $content, ?string $file = null): string
{
    return "--b\r\nContent-Disposition: form-data; name=\"$name\"" . ($file === null ? '' : "; filename=\"$file\"") . "\r\n\r\n$content\r\n";
}
function post(int $port, string $body, string $type = 'multipart/form-data; boundary=b'): string
{
    return (new HttpClient($port))->request('POST', '/', ['Content-Type' => $type], $body)->response()['body'] . "\n";
}
$end = "--b--\r\n";
echo 'size: ', post($all, part('a', str_repeat('x', 1000), 'a') . part('b', str_repeat('x', 1001), 'b') . $end);
echo 'files: ', post($all, implode('', array_map(fn ($i) => part("f$i", 'x', 'x'), range(1, 25))) . $end);
echo 'fields: ', post($all, implode('', array_map(fn ($i) => part("f$i", 'x'), range(1, 1100))) . $end);
echo 'url-encoded fields: ', post($all, implode('&', array_map(fn ($i) => "f$i=x", range(1, 1100))), 'application/x-www-form-urlencoded');
echo 'cut: ', post($all, part('a', 'x', 'a') . substr(part('b', 'x', 'b'), 0, -8));
echo 'no boundary: ', post($all, part('a', 'x', 'a') . $end, 'multipart/form-data');
echo 'not to be parsed: ', post($none, part('a', 'x', 'a') . $end);
echo 'large, no fields: ', post($large, part('a', str_repeat('x', 2 << 20), 'a') . part('b', 'x') . $end);
$server->stop();
echo $server->stdout(), $server->log('form'), count(glob("$folder/*")), " files are left\n";
rmdir($folder);
?>
--EXPECT--
size: [null,[2,[1,1]],1,null]
files: [null,[20,[20]],21,null]
fields: [1000,null,21,null]
url-encoded fields: [1000,null,21,null]
cut: [null,[1,[1]],22,null]
no boundary: [null,null,22,null]
not to be parsed: [null,null,22,null]
large, no fields: [null,[1,[1]],23,null]
WARNING seatpush: a request's form was not read completely: Maximum number of allowable file uploads has been exceeded
0 files are left
