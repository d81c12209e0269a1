--TEST--
SeatPush: http: static files: nothing outside of document_root, nothing hidden, no program, no pipe, device or socket; links that stay inside are followed
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/static_files.inc';

$site = new Site(['a.txt' => 'a', 'sub/b.txt' => 'b', '.env' => 'secret', '.git/config.txt' => 'secret', 'sub/.hidden.txt' => 'secret', '.well-known/x.txt' => 'known',
    'index.php' => 'secret', 'index.php~' => 'secret', 'a.php.txt' => 'secret', 'lib.phar' => 'secret', '..txt' => 'secret', 'back\\slash.txt' => 'secret']);
$around = dirname($site->root);
mkdir("$around/root-2");
foreach (["$around/secret.txt", "$around/root-2/secret.txt"] as $file) {
    file_put_contents($file, 'secret');
}
foreach (['to.txt' => 'a.txt', 'absolute.txt' => "$site->root/sub/b.txt", 'sub/up.txt' => '../a.txt', 'inside' => 'sub', 'chain.txt' => 'to.txt',
    'out.txt' => '../secret.txt', 'out2.txt' => "$around/secret.txt", 'dir' => '..', 'dir2' => "$around/root-2", 'sub/root' => '/', 'loop.txt' => 'loop.txt', 'dangling.txt' => 'none.txt', 'self' => '.', 'tochain.txt' => 'out.txt'] as $link => $to) {
    symlink($to, "$site->root/$link");
}
exec('unset LD_PRELOAD; mkfifo ' . escapeshellarg("$site->root/pipe.txt"));
$socket = stream_socket_server("unix://$site->root/socket.txt");
symlink('/dev/zero', "$site->root/zero.txt");
symlink('/dev/tty', "$site->root/tty.txt");
symlink('pipe.txt', "$site->root/topipe.txt");
$site->serve("'static_handler_locations' => ['/']");

foreach (['/a.txt', '/sub/b.txt', '/.well-known/x.txt', '/to.txt', '/absolute.txt', '/sub/up.txt', '/inside/b.txt', '/chain.txt', '/self/a.txt', '/self/self/inside/b.txt', '/dir/root/a.txt'] as $target) {
    echo "$target => ", $site->says($target), "\n";
}
$refused = ['/out.txt', '/out2.txt', '/tochain.txt', '/dir/secret.txt', '/dir2/secret.txt', '/dir/root/../secret.txt', '/sub/root/etc/passwd', '/loop.txt', '/dangling.txt', '/zero.txt', '/tty.txt', '/pipe.txt', '/topipe.txt', '/socket.txt',
    '/../secret.txt', '/sub/../../secret.txt', '/..', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/..\\secret.txt', '/%252e%252e/secret.txt', '/%c0%ae%c0%ae/secret.txt', '/%c0%af../secret.txt', '/sub/..;/../secret.txt',
    '/../root-2/secret.txt', '/...//secret.txt', '//secret.txt', "/$around/secret.txt", '/a.txt%00', '/secret.txt%00a.txt', '/a.txt%0a', '/sub%2fb.txt', '/sub//b.txt', '/./a.txt', '/back%5cslash.txt',
    '/.env', '/%2eenv', '/.git/config.txt', '/sub/.hidden.txt', '/..txt', '/index.php', '/index.PHP', '/index.php~', '/index.ph%70', '/a.php.txt', '/lib.phar', '/a.txt%', '/a.txt%zz', '/' . str_repeat('a/', 1000), '/' . str_repeat('a', 300), '/' . str_repeat('%61', 2000)];
$said = [];
foreach ($refused as $target) {
    $answer = $site->says($target);
    if (!preg_match('/^404: There is|^200: Request: /', $answer)) {
        echo "$target => $answer\n";
    }
    $said[strtok($answer, ':')][] = $target;
}
echo count($refused), ': 404 and Request ', count($said[404]), ' + ', count($said[200]), "\n";
// An absolute target, whose path is what counts.
echo (new HttpClient($site->server->port))->raw("GET http://a/../secret.txt HTTP/1.1\r\nHost: a\r\n\r\n")->response()['body'], "\n";
echo (new HttpClient($site->server->port))->raw("GET http://a/a.txt HTTP/1.1\r\nHost: a\r\n\r\n")->response()['body'], "\n";
$site->server->stop();
echo preg_replace('/which is \S+;/', 'which is ROOT;', $site->server->log('link'));
?>
--EXPECT--
/a.txt => 200: a
/sub/b.txt => 200: b
/.well-known/x.txt => 200: known
/to.txt => 200: a
/absolute.txt => 200: b
/sub/up.txt => 200: a
/inside/b.txt => 200: b
/chain.txt => 200: a
/self/a.txt => 200: a
/self/self/inside/b.txt => 200: b
/dir/root/a.txt => 200: a
53: 404 and Request 17 + 36
Request: GET /../secret.txt
a
WARNING seatpush: "out.txt" was not sent: a link leads out of document_root, which is ROOT; put the files below it, or mount them there
