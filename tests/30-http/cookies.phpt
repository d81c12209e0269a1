--TEST--
SeatPush: http: a cookie with all its attributes, one that deletes a cookie, and what a cookie may not contain
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    $r->cookie('all', "a;b=c\r\n", 4102444800, '/x', 'x.org', true, true, 'None', 'High');
    $r->cookie('past', '', 1);
    $r->rawcookie('raw', 'a%20b');
    $r->setCookie('session', 'a b');
    foreach ([['', 'x'], ['a=b', 'x'], ["a\r\nb", 'x'], ['a', 'x', 0, '/; secure'], ['a', 'x', 0, '/', "x\r\ny: z"], ['a', 'x', 0, '/', '', false, false, 'Lax; x=y'], ['a', 'x', 0, '/', '', false, false, '', "\n"], ["a\x01b", 'x'], ["a\x7f", 'x'], ['a', 'x', 0, "/\x1b"], ['a', 'x', 253402300800], ['a', 'x', PHP_INT_MAX]] as $try) {
        try {
            $r->cookie(...$try);
            echo "taken\n";
        } catch (ValueError $e) {
            echo preg_replace('/^.*Argument /', '', $e->getMessage()), "\n";
        }
    }
    $r->end();
});
serve($server);
PHP);
echo preg_replace('/Max-Age=[1-9]\d{6,}/', 'Max-Age=SECONDS', implode("\n", HttpClient::get($server->port)['headers']['set-cookie'])), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
all=a%3Bb%3Dc%0D%0A; expires=Fri, 01 Jan 2100 00:00:00 GMT; Max-Age=SECONDS; path=/x; domain=x.org; secure; HttpOnly; SameSite=None; Priority=High
past=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/
raw=a%20b; path=/
session=a%20b; path=/
#1 ($name_or_object) must not be empty
#1 ($name_or_object) must not hold any of ",", ";", white space, control characters or "="
#1 ($name_or_object) must not hold any of ",", ";", white space, control characters or "="
#4 ($path) must not hold any of ",", ";", white space, control characters
#5 ($domain) must not hold any of ",", ";", white space, control characters
#8 ($samesite) must not hold any of ",", ";", white space, control characters
#9 ($priority) must not hold any of ",", ";", white space, control characters
#1 ($name_or_object) must not hold any of ",", ";", white space, control characters or "="
#1 ($name_or_object) must not hold any of ",", ";", white space, control characters or "="
#4 ($path) must not hold any of ",", ";", white space, control characters
#3 ($expires) must not be after the year 9999
#3 ($expires) must not be after the year 9999
