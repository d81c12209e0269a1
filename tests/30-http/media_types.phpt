--TEST--
SeatPush: http: sendfile() names files as the swoole_mime_type_ functions were told, and those tell what it would say
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$folder = sys_get_temp_dir() . '/seatpush-' . getmypid();
mkdir($folder);
foreach (['a.jxl', 'a.JXL', 'a.css', 'a.png', 'a'] as $name) {
    file_put_contents("$folder/$name", 'x');
}
$server = TestServer::start(strtr(<<<'PHP'
set_error_handler(fn (int $level, string $text) => error_reporting() & $level ? throw new ErrorException($text) : true);
function tried(callable $what): string
{
    try {
        return json_encode($what());
    } catch (Throwable $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
}
echo json_encode([swoole_mime_type_add('JXL', 'image/jxl'), swoole_mime_type_add('jxl', 'image/other'), swoole_mime_type_add('css', 'text/other')]), "\n";
swoole_mime_type_set('css', 'text/plain');
echo json_encode([swoole_mime_type_delete('png'), swoole_mime_type_delete('png'), swoole_mime_type_delete('none')]), "\n";
echo json_encode([swoole_mime_type_get('/x/a.Jxl'), swoole_get_mime_type('a.css'), swoole_mime_type_get('a.png'), swoole_mime_type_get('jxl'), swoole_mime_type_get('a.' . str_repeat('x', 99))]), "\n";
echo json_encode([swoole_mime_type_exists('a.jxl'), swoole_mime_type_exists('a.png'), swoole_mime_type_exists('a.html'), swoole_mime_type_exists('css')]), "\n";
$list = swoole_mime_type_list();
echo json_encode([in_array('image/jxl', $list), in_array('image/png', $list), in_array('text/html; charset=utf-8', $list), count(array_keys($list, 'text/plain'))]), "\n";
foreach ([['.x', 'a/b'], ['tar.gz', 'a/b'], ['', 'a/b'], [str_repeat('x', 33), 'a/b'], ['x', ''], ['x', "a/b\r\nx: y"], ['x', str_repeat('x', 256)]] as $try) {
    echo tried(fn () => swoole_mime_type_set(...$try)), "\n";
}
echo tried(function () {
    for ($i = 0; ; $i++) {
        swoole_mime_type_set("x$i", 'a/b');
    }
}), "\n";
swoole_mime_type_set('jxl', 'image/jxl; again');    // no further one
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    if ($q->server['path_info'] === '/a.css') {
        $r->header('Content-Type', 'x/own');
    }
    $r->sendfile('FOLDER' . $q->server['path_info']);
});
serve($server);
PHP, ['FOLDER' => $folder]), ['seatpush.swoole_aliases' => 1]);
foreach (scandir($folder) as $name) {
    if ($name[0] !== '.') {
        echo $name, ': ', HttpClient::get($server->port, "/$name")['headers']['content-type'][0], "\n";
        unlink("$folder/$name");
    }
}
$server->stop();
rmdir($folder);
echo $server->stdout();
?>
--EXPECT--
a: application/octet-stream
a.JXL: image/jxl; again
a.css: x/own
a.jxl: image/jxl; again
a.png: application/octet-stream
[true,false,false]
[true,false,false]
["image\/jxl","text\/plain","application\/octet-stream","application\/octet-stream","application\/octet-stream"]
[true,false,true,false]
[true,false,true,1]
ErrorException: swoole_mime_type_set(): Argument #1 ($suffix) must be what comes after the last dot of a file's name, without the dot: 1 to 32 bytes
ErrorException: swoole_mime_type_set(): Argument #1 ($suffix) must be what comes after the last dot of a file's name, without the dot: 1 to 32 bytes
ErrorException: swoole_mime_type_set(): Argument #1 ($suffix) must be what comes after the last dot of a file's name, without the dot: 1 to 32 bytes
ErrorException: swoole_mime_type_set(): Argument #1 ($suffix) must be what comes after the last dot of a file's name, without the dot: 1 to 32 bytes
ErrorException: swoole_mime_type_set(): Argument #2 ($mime_type) must be 1 to 255 bytes without control characters, such as image/jxl
ErrorException: swoole_mime_type_set(): Argument #2 ($mime_type) must be 1 to 255 bytes without control characters, such as image/jxl
ErrorException: swoole_mime_type_set(): Argument #2 ($mime_type) must be 1 to 255 bytes without control characters, such as image/jxl
SeatPush\Exception: 1000 media types were changed already, which is the most: set those that are sent
