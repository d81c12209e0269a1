--TEST--
SeatPush: http: status, fields, cookies, redirect; what may not stand in them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    switch ($q->server['path_info']) {
        case '/fields':
            $r->status(404, 'Gone Fishing');
            $r->header('x-one', 'a  ');
            $r->header('x-many', ['b', 'c']);
            $r->header('x-as-is', 'd', false);
            $r->header('content-type', 'text/plain');
            $r->cookie('n', 'v w', 0, '/p', 'example.org', true, true, 'Lax');
            $r->rawcookie('raw', 'v+w');
            var_dump($r->end('body'), $r->end('again'), $GLOBALS['server']->getLastError(), $r->isWritable(), $r->header('a', 'b'));
            break;
        case '/redirect':
            $r->redirect('/there', 301);
            break;
        case '/bad':
            foreach ([fn () => $r->header("a\r\nb", 'c'), fn () => $r->header('a', "b\r\nc: d"), fn () => $r->header('', 'x'), fn () => $r->status(99), fn () => $r->status(200, "a\nb"), fn () => $r->status(200, "a\x1b[2J"), fn () => $r->header('a', "b\x7f"), fn () => $r->header('a', ['b', "\x01"]), fn () => $r->cookie('a;b', 'c'), fn () => $r->rawcookie('a', 'b;c'), fn () => $r->redirect("/x\r\nSet-Cookie: a=b")] as $try) {
                try {
                    $try();
                } catch (ValueError $e) {
                    echo preg_replace('/^.*Argument /', '', $e->getMessage()), "\n";
                }
            }
            $r->header["x-late\r\nx"] = 'y';
            $r->header['X-Late'] = "y\r\nz: z";
            $r->end();
    }
});
serve($server);
PHP);
$answer = HttpClient::get($server->port, '/fields');
unset($answer['headers']['date']);
echo json_encode($answer, JSON_UNESCAPED_SLASHES), "\n";
$answer = HttpClient::get($server->port, '/redirect');
echo $answer['status'], ' ', $answer['headers']['location'][0], "\n";
echo implode(' ', array_keys(HttpClient::get($server->port, '/bad')['headers'])), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
{"status":404,"reason":"Gone Fishing","headers":{"x-one":["a"],"x-many":["b","c"],"x-as-is":["d"],"content-type":["text/plain"],"server":["SeatPush"],"set-cookie":["n=v%20w; path=/p; domain=example.org; secure; HttpOnly; SameSite=Lax","raw=v+w; path=/"],"content-length":["4"],"connection":["keep-alive"]},"body":"body"}
301 /there
server content-type date content-length connection
bool(true)
bool(false)
int(7106)
bool(false)
bool(false)
#1 ($key) must be a header field's name (RFC 9110 section 5.1)
#2 ($value) must not hold control characters
#1 ($key) must be a header field's name (RFC 9110 section 5.1)
#1 ($http_code) must be from 200 to 599, or 101 in a Handshake callback: other lower codes are interim responses (RFC 9110 section 15.2)
#2 ($reason) must not hold control characters
#2 ($reason) must not hold control characters
#2 ($value) must not hold control characters
#2 ($value) must not hold control characters
#1 ($name_or_object) must not hold any of ",", ";", white space, control characters or "="
#2 ($value) must not hold any of ",", ";", white space, control characters: let it be encoded, or encode it, as by rawurlencode()
#1 ($location) must not hold control characters
