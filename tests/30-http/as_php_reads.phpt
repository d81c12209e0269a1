--TEST--
SeatPush: http: cookies, queries, forms and files are read as PHP's own web server reads the same bytes, or there is a reason why
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/web.inc';

$ini = ['max_input_vars' => 20, 'max_input_nesting_level' => 5, 'upload_max_filesize' => 1000];
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    $read = array_map(fn ($read) => $read ?? [], [$q->cookie, $q->get, $q->post, $q->files]);
    array_walk_recursive($read, function (&$value) { $value = is_string($value) && str_starts_with($value, sys_get_temp_dir()) ? file_get_contents($value) : $value; });
    $r->end(serialize($read));
});
serve($server);
PHP, $ini);
$web = new PhpWeb(<<<'PHP'
$read = [$_COOKIE, $_GET, $_POST, $_FILES];
array_walk_recursive($read, function (&$value) { $value = is_string($value) && str_starts_with($value, sys_get_temp_dir()) ? file_get_contents($value) : $value; });
echo serialize($read);
PHP, $ini + ['display_errors' => 0, 'html_errors' => 0]);

$get = fn (string $query) => "GET /?$query HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
$cookie = fn (string ...$lines) => "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" . implode(array_map(fn ($line) => "Cookie: $line\r\n", $lines)) . "\r\n";
$form = fn (string $body, string $type = 'application/x-www-form-urlencoded', string $method = 'POST') => "$method / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: $type\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
$part = fn (string $head, string $body) => "--x\r\nContent-Disposition: form-data; $head\r\n\r\n$body\r\n";
$parts = fn (string ...$parts) => $form(implode($parts) . "--x--\r\n", 'multipart/form-data; boundary=x');
$file = fn (string $name, string $body = 'body', string $file = 'a.txt') => $part("name=\"$name\"; filename=\"$file\"\r\nContent-Type: text/plain", $body);

$requests = [
    'cookies' => array_map($cookie, ['a=b', 'raw=x+y==', 'a=1; a=2', 'bare', 'bare; a=b', 'a=b; =c; d', 'a=%20b%2Bc', 'a=b;c=d', 'a = b ;  c=d', 'a.b=1; c d=2; e[f]=3; e[]=4; e[g][h]=5', '1=one; 01=two', 'a="b; c"', 'a=b,c=d', '', ';', '; ;', '=', 'a=', 'a==', 'a%20b=c', "a=\xc3\xa9; \xff=1", 'a=%00b', 'a=%zz', '__Host-a=1; _.Host-a=2; __Secure-b=3; ..Secure-b=4; __host-c=5', 'a[=1; b]=2; c[d=3; [e]=4', implode('; ', array_map(fn ($n) => "n$n=$n", range(1, 30))), "a=b\t; c=d", 'a=b&c=d', 'this=1; GLOBALS=2']),
    'a Cookie field with blanks at its end' => [$cookie('a=b ')],
    'two Cookie fields' => [$cookie('a=1', 'a=2; b=3')],
    'queries' => array_map($get, ['a=b', 'a=1&a=2', 'a', 'a=b+c%20d%2B', 'a+b=c', 'a%20b=c', 'a.b=c&d[e]=f&d[]=g&d[][h]=i', '=b', '&&', 'a=%00b', 'a%00b=c', 'a=b;c=d', 'a[b', 'a[b]c=d', '1=2', 'a[1][2][3][4][5][6]=x&b=c', implode('&', array_map(fn ($n) => "n$n=$n", range(1, 30))), 'a=|^"<>{}', 'a=b?c=d']),
    'a query that is no ASCII' => [$get("a=\xc3\xa9")],
    'a query that begins with ?' => [$get('?')],
    'forms' => [...array_map($form, ['a=b', 'a=1&a=2', 'a=b+c%20d%2B', 'a', '=b', '&', "a=x\0y&b=z", "a\0b=c&d=e", "\0", "a=b\r\n&c=d", 'a[b]=c&a[]=d', implode('&', array_map(fn ($n) => "n$n=$n", range(1, 20)))]), $form('a=b', 'Application/X-WWW-Form-Urlencoded; charset=utf-8'), $form('a=b', 'application/x-www-form-urlencoded,x'), $form('a=b', 'application/x-www-form-urlencodedx'), $form('a=b', 'text/plain'), $form('{"a":1}', 'application/json')],
    'a form with too many fields' => [$form(implode('&', array_map(fn ($n) => "n$n=$n", range(1, 30))))],
    'a form of PUT' => [$form('a=b', method: 'PUT')],
    'multipart' => [$parts($part('name="a"', 'b'), $part('name="a b"', 'c+d%20'), $part('name="e[f][]"', "g\0h")), $parts($file('one')), $parts($file('one', '', '')), $parts($file('f', str_repeat('x', 2000)), $file('g'))],
    'files in nested forms' => [$parts($file('pics[]'), $file('pics[]', 'other', 'b.txt')), $parts($file('pics[a][b]'), $file('pics[a][c]', 'x', 'dir/c.txt'), $part('name="pics[a][d]"', 'text')), $parts($file('a.b[c d]')), $parts($file('[x]')), $parts($file('a[b'), $file('c]'))],
];
// Where we differ, and why.
$reasons = [
    'two Cookie fields' => 'RFC 6265 §5.4 has one; of two we make one with "; " (RFC 9113 §8.2.3), as nginx does, PHP\'s own server with ", "',
    'a Cookie field with blanks at its end' => 'RFC 9110 §5.5: they are not part of the value; PHP\'s own server keeps them',
    'a query that is no ASCII' => 'PHP\'s own server closes the connection; nginx and Apache hand it on',
    'a query that begins with ?' => 'PHP\'s own server drops it; nginx and Apache hand it on',
    'a form with too many fields' => 'PHP takes one more than max_input_vars of a body, and as many of a query',
    'a form of PUT' => 'PHP fills $_POST for POST alone; the type says what a body is',
];
foreach ($requests as $kind => $all) {
    $same = 0;
    foreach ($all as $request) {
        $ours = (new HttpClient($server->port))->raw($request)->response()['body'] ?? 'no answer';
        $theirs = $web->answer($request);
        if ($ours === $theirs) {
            $same++;
        } elseif (!isset($reasons[$kind])) {
            echo json_encode($request), "\n  PHP: $theirs\n  we:  $ours\n";
        }
    }
    echo "$kind: $same the same", isset($reasons[$kind]) ? ', ' . count($all) - $same . " not: $reasons[$kind]" : '', "\n";
}
?>
--EXPECT--
cookies: 29 the same
a Cookie field with blanks at its end: 0 the same, 1 not: RFC 9110 §5.5: they are not part of the value; PHP's own server keeps them
two Cookie fields: 0 the same, 1 not: RFC 6265 §5.4 has one; of two we make one with "; " (RFC 9113 §8.2.3), as nginx does, PHP's own server with ", "
queries: 19 the same
a query that is no ASCII: 0 the same, 1 not: PHP's own server closes the connection; nginx and Apache hand it on
a query that begins with ?: 0 the same, 1 not: PHP's own server drops it; nginx and Apache hand it on
forms: 17 the same
a form with too many fields: 0 the same, 1 not: PHP takes one more than max_input_vars of a body, and as many of a query
a form of PUT: 0 the same, 1 not: PHP fills $_POST for POST alone; the type says what a body is
multipart: 4 the same
files in nested forms: 5 the same
