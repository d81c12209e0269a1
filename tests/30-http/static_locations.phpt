--TEST--
SeatPush: http: below static_handler_locations there are files alone, of any type, or 404; without a Request callback everything else is 404, or 405
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/static_files.inc';

$site = new Site(['a.css' => 'css', 'assets/b.css' => 'css too', 'assets/data.sqlite' => 'any type', 'assets/README' => 'no type', 'assets/index.html' => 'index', 'assetsother/c.css' => 'beside', 'down/x.txt' => 'x']);
$site->serve("'static_handler_locations' => ['/assets', '/down/']");
foreach (['/assets/b.css', '/%61ssets/b.css', '/assets/data.sqlite', '/assets/README', '/down/x.txt', '/assets/none', '/assets/', '/assets', '/assets/..%2fa.css', '/assets/../a.css', '/assets/.git', '/assetsother/c.css', '/a.css', '/'] as $target) {
    echo "$target => ", $site->says($target), "\n";
}
echo 'POST => ', $site->says('/assets/none', 'POST'), ', HEAD => ', $site->says('/assets/none', 'HEAD'), ', type ', HttpClient::get($site->server->port, '/assets/README')['headers']['content-type'][0], "\n";
$client = new HttpClient($site->server->port);    // 404 leaves the connection open
echo $client->request('GET', '/assets/none')->response()['status'], ' ', $client->request('GET', '/assets/b.css')->response()['body'], "\n";
$site->server->stop();

$site->serve(request: false);
foreach (['GET /a.css', 'GET /none.css', 'GET /', 'GET /.git', 'HEAD /none', 'POST /a.css', 'OPTIONS *'] as $line) {
    [$method, $target] = explode(' ', $line);
    echo "$line => ", $site->says($target, $method), "\n";
}
echo (new HttpClient($site->server->port))->request('DELETE', '/a.css')->response()['headers']['allow'][0], "\n";
$site->server->stop();
?>
--EXPECT--
/assets/b.css => 200: css too
/%61ssets/b.css => 200: css too
/assets/data.sqlite => 200: any type
/assets/README => 200: no type
/down/x.txt => 200: x
/assets/none => 404: There is nothing at this address.
/assets/ => 404: There is nothing at this address.
/assets => 404: There is nothing at this address.
/assets/..%2fa.css => 200: Request: GET /assets/..%2fa.css
/assets/../a.css => 200: Request: GET /assets/../a.css
/assets/.git => 200: Request: GET /assets/.git
/assetsother/c.css => 200: Request: GET /assetsother/c.css
/a.css => 200: Request: GET /a.css
/ => 200: Request: GET /
POST => 200: Request: POST /assets/none, HEAD => 404: , type application/octet-stream
404 css too
GET /a.css => 200: css
GET /none.css => 404: There is nothing at this address.
GET / => 404: There is nothing at this address.
GET /.git => 404: There is nothing at this address.
HEAD /none => 404: 
POST /a.css => 405: Only files are served here.
OPTIONS * => 405: Only files are served here.
GET, HEAD
