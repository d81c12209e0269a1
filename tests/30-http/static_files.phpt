--TEST--
SeatPush: http: enable_static_handler serves the files of known types below document_root, folders by their index file; everything else goes to Request
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/static_files.inc';

$site = new Site(['index.html' => 'the page', 'a.css' => 'css', 'with blank.txt' => 'blank', 'é.txt' => 'accent', 'empty.txt' => '', 'data.sqlite' => 'secret',
    'README' => 'no type', 'sub/second.htm' => 'second', 'sub/first.html' => 'first', 'none/a.txt' => 'a', 'folder/' => '', 'index/index.html/' => '']);
$site->serve("'http_index_files' => ['index.html', 'first.html', 'second.htm']");
foreach (['/', '/index.html', '/index.html?v=1', '/a.css', '/with%20blank.txt', '/%C3%A9.txt', '/empty.txt', '/sub/', '/sub', '/sub?a=b&c', '/none/', '/none/a.txt', '/none', '/folder', '/index/', '/index.html/', '/a.css/b.txt',
    '/data.sqlite', '/README', '/A.CSS', '/missing.html', '/missing/'] as $target) {
    echo "$target => ", $site->says($target), "\n";
}
foreach (['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as $method) {
    echo "$method /a.css => ", $site->says('/a.css', $method), "\n";
}
// One connection, one file after the other, with and without a Request between them.
$client = new HttpClient($site->server->port);
$client->raw(str_repeat("GET /a.css HTTP/1.1\r\nHost: a\r\n\r\nGET /none HTTP/1.1\r\nHost: a\r\n\r\nHEAD /index.html HTTP/1.1\r\nHost: a\r\n\r\n", 2) . "GET /index.html HTTP/1.0\r\n\r\n");
foreach ([false, false, true, false, false, true, false] as $head) {
    $answer = $client->response($head);
    echo $head ? 'HEAD ' . $answer['headers']['content-length'][0] : $answer['body'], ', ';
}
echo json_encode($client->rest()), "\n";
$answer = HttpClient::get($site->server->port, '/a.css');
foreach (['date' => '/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/', 'last-modified' => '/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/', 'etag' => '/^"[-0-9a-f]+"$/'] as $name => $form) {
    echo "$name ", preg_match($form, $answer['headers'][$name][0]), ', ';
    unset($answer['headers'][$name]);
}
echo json_encode(array_map(fn ($values) => implode('|', $values), $answer['headers'])), "\n";
$site->server->stop();
echo $site->server->stdout(), $site->server->log('file');
?>
--EXPECT--
/ => 200: the page
/index.html => 200: the page
/index.html?v=1 => 200: the page
/a.css => 200: css
/with%20blank.txt => 200: blank
/%C3%A9.txt => 200: accent
/empty.txt => 200: 
/sub/ => 200: first
/sub => 301 -> /sub/
/sub?a=b&c => 301 -> /sub/?a=b&c
/none/ => 200: Request: GET /none/
/none/a.txt => 200: a
/none => 200: Request: GET /none
/folder => 200: Request: GET /folder
/index/ => 200: Request: GET /index/
/index.html/ => 200: Request: GET /index.html/
/a.css/b.txt => 200: Request: GET /a.css/b.txt
/data.sqlite => 200: Request: GET /data.sqlite
/README => 200: Request: GET /README
/A.CSS => 200: Request: GET /A.CSS
/missing.html => 200: Request: GET /missing.html
/missing/ => 200: Request: GET /missing/
HEAD /a.css => 200: 
POST /a.css => 200: Request: POST /a.css
PUT /a.css => 200: Request: PUT /a.css
DELETE /a.css => 200: Request: DELETE /a.css
OPTIONS /a.css => 200: Request: OPTIONS /a.css
css, Request: GET /none, HEAD 8, css, Request: GET /none, HEAD 8, the page, ""
date 1, last-modified 1, etag 1, {"server":"SeatPush","cache-control":"no-cache","accept-ranges":"bytes","content-type":"text\/css; charset=utf-8","content-length":"3","connection":"keep-alive"}
