--TEST--
SeatPush: session: what does nothing in a callback, though it does under php-fpm, is named once in the log, with what to use instead
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
header('X-Before: no line for this');
$_GET['before'] = 'nor for this';
final class Pages
{
    public function show($request, $response)
    {
        http_response_code(404);
        setrawcookie('a', 'b');
        $name = $_POST['name'] ?? (fn () => $_REQUEST['name'] ?? 'nobody')();
        $response->header('X-Kept', $_COOKIE['none'] ?? 'kept');
        $response->end("hello $name");
    }
}
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($request, $response) {
    header('X-Lost: 1');
    header('X-Lost: 2');
    @setcookie('a', 'b');
    if (function_exists('session_start')) {
        @session_start();
    } else {
        error_log('WARNING seatpush: session_start() in a callback');
    }
    $response->end('hello ' . ($_GET['name'] ?? 'nobody'));
});
$server->listen('127.0.0.1', 0)->on('Request', [new Pages(), 'show']);
serve($server);
header('X-After: no line for this');
PHP);
foreach ([0, 0, 1, 1] as $i) {
    ['status' => $status, 'body' => $body, 'headers' => $headers] = HttpClient::get($server->ports[$i], '/?name=Ada');
    echo "$status $body ", json_encode(array_intersect_key($headers, ['x-kept' => 1, 'x-lost' => 1, 'set-cookie' => 1])), "\n";
}
$server->stop();
$said = preg_replace('~\(\S+/script~', '(script', $server->log('WARNING'));
echo preg_replace('/(session_start\(\) in a callback).*/', '$1', $said);
?>
--EXPECT--
200 hello nobody []
200 hello nobody []
200 hello nobody {"x-kept":["kept"]}
200 hello nobody {"x-kept":["kept"]}
WARNING seatpush: the Request callback uses $_GET, which has nothing of a request here (script.php:26): use $request->get; docs/from-php-fpm.md has more of these
WARNING seatpush: the Request callback uses $_POST, which has nothing of a request here (script.php:11): use $request->post; docs/from-php-fpm.md has more of these
WARNING seatpush: the Request callback uses $_COOKIE, which has nothing of a request here (script.php:12): use $request->cookie; docs/from-php-fpm.md has more of these
WARNING seatpush: the Request callback uses $_REQUEST, which has nothing of a request here (script.php:11): use $request->get and $request->post; docs/from-php-fpm.md has more of these
WARNING seatpush: header() in a callback does nothing for the client (script.php:18): use $response->header(); docs/from-php-fpm.md has more of these
WARNING seatpush: setcookie() in a callback does nothing for the client (script.php:20): use $response->cookie(); docs/from-php-fpm.md has more of these
WARNING seatpush: session_start() in a callback
WARNING seatpush: http_response_code() in a callback does nothing for the client (script.php:9): use $response->status(); docs/from-php-fpm.md has more of these
WARNING seatpush: setrawcookie() in a callback does nothing for the client (script.php:10): use $response->rawcookie(); docs/from-php-fpm.md has more of these
