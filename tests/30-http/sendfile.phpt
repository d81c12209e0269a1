--TEST--
SeatPush: http: sendfile(): a file, part of one, HEAD, an empty one; a file that cannot be sent returns false and leaves the answer open
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$folder = sys_get_temp_dir() . '/seatpush-' . getmypid();
mkdir($folder);
file_put_contents("$folder/large.bin", random_bytes(3000001));
file_put_contents("$folder/small.css", 'body {}');
touch("$folder/empty.txt");
exec("mkfifo $folder/pipe");
$server = TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    $path = 'FOLDER' . $q->server['path_info'];
    try {
        $sent = isset($q->get['of']) ? $r->sendfile($path, (int) $q->get['of'], (int) $q->get['n']) : $r->sendfile($path);
        if ($sent) {
            echo var_export([$r->isWritable(), $r->end('more'), $r->sendfile($path)] === [false, false, false], true), "\n";
            return;
        }
        $r->status(404);
        $r->end('none');
    } catch (ValueError $e) {
        $r->header('Content-Type', 'x/own');
        $r->end($e->getMessage());
    }
});
$server->on('Shutdown', function () { echo count(glob('/proc/self/fd/*')) < 30 ? 'few' : 'many', " descriptors\n"; });
serve($server);
PHP, ['FOLDER' => $folder]));
$client = new HttpClient($server->port);
foreach (['large.bin', 'small.css', 'empty.txt', 'none', '../' . basename($folder), 'pipe', 'large.bin?of=3000000&n=0', 'large.bin?of=5&n=10', 'large.bin?of=3000001&n=0', 'large.bin?of=3000002&n=0', 'large.bin?of=1&n=3000001', 'large.bin?of=-1&n=0'] as $target) {
    $answer = $client->request('GET', "/$target")->response();
    parse_str(parse_url($target, PHP_URL_QUERY) ?? '', $part);
    $path = "$folder/" . strtok($target, '?');
    $is = is_file($path) && $answer['body'] === substr(file_get_contents($path), (int) ($part['of'] ?? 0), ($part['n'] ?? 0) ?: null);
    echo preg_replace('/seatpush-\d+/', 'folder', $target), ': ', $answer['status'], ' ', $answer['headers']['content-length'][0], ' ', $answer['headers']['content-type'][0], ' ', $is ? 'as it is' : $answer['body'], "\n";
}
$head = $client->request('HEAD', '/large.bin')->response(true);
echo 'HEAD ', $head['headers']['content-length'][0], ' then ', $client->request('GET', '/small.css')->response()['body'], "\n";
// Two at once on one connection, and a client that has half-closed.
$both = (new HttpClient($server->port))->raw("GET /small.css HTTP/1.1\r\nHost: a\r\n\r\nGET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n")->half();
echo $both->response()['body'], ' ', strlen($both->response()['body']), ' ', json_encode($both->rest()), "\n";
$server->stop();
$said = explode("\n", trim($server->stdout()));
echo implode(' ', array_unique($said)), ' ', count($said), "\n";
array_map('unlink', glob("$folder/*"));
rmdir($folder);
?>
--EXPECT--
large.bin: 200 3000001 application/octet-stream as it is
small.css: 200 7 text/css; charset=utf-8 as it is
empty.txt: 200 0 text/plain; charset=utf-8 as it is
none: 404 4 text/html none
../folder: 404 4 text/html none
pipe: 404 4 text/html none
large.bin?of=3000000&n=0: 200 1 application/octet-stream as it is
large.bin?of=5&n=10: 200 10 application/octet-stream as it is
large.bin?of=3000001&n=0: 200 0 application/octet-stream as it is
large.bin?of=3000002&n=0: 200 102 x/own SeatPush\Response::sendfile(): Argument #2 ($offset) must lie within the file, which has 3000001 bytes
large.bin?of=1&n=3000001: 200 102 x/own SeatPush\Response::sendfile(): Argument #3 ($length) must lie within the file, which has 3000001 bytes
large.bin?of=-1&n=0: 200 102 x/own SeatPush\Response::sendfile(): Argument #2 ($offset) must lie within the file, which has 3000001 bytes
HEAD 3000001 then body {}
body {} 3000001 ""
true few descriptors 11
