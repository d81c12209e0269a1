--TEST--
SeatPush: http: a Cookie is set step by step and makes the line that cookie() makes of the same values; what it may not contain is refused at once
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

use SeatPush\Cookie;

$cookie = (new Cookie())->withName('all')->withValue("a;b=c\r\n")->withExpires(4102444800)->withPath('/x')->withDomain('x.org')
    ->withSecure(true)->withHttpOnly(true)->withSameSite('None')->withPriority('High')->withPartitioned(true);
$copy = clone $cookie;
echo json_encode($copy->withName('copy')->withPath()->withDomain()->withSecure()->withHttpOnly()->withSameSite()->withPriority()->withPartitioned()->withExpires()->toArray()), "\n";
echo preg_replace('/Max-Age=\d{6,}/', 'Max-Age=SECONDS', $cookie->toString()), "\n", $copy->toString(), "\n";
echo $copy->withValue()->withDomain('x.org')->toString(), "\n";
$cookie->reset();
echo json_encode($cookie->toArray()), "\n";
foreach ([
    fn () => $cookie->toString(),
    fn () => $cookie->withName(''),
    fn () => $cookie->withName('a=b'),
    fn () => $cookie->withName("a\r\nb"),
    fn () => (new Cookie(false))->withValue('a;b'),
    fn () => (new Cookie())->withValue("a\n")->__construct(false),
    fn () => $cookie->withExpires(253402300800),
    fn () => $cookie->withPath('/; secure'),
    fn () => $cookie->withDomain("x\r\ny: z"),
    fn () => $cookie->withSameSite('Lax; x=y'),
    fn () => $cookie->withPriority("\x7f"),
    fn () => serialize($cookie),
] as $try) {
    try {
        $try();
        echo "taken\n";
    } catch (Exception|ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
echo json_encode($cookie->toArray()['name']), "\n";

$server = TestServer::start(<<<'PHP'
final class Session extends SeatPush\Cookie
{
    public function __construct(private string $id)
    {
        $this->withName('session')->withValue("$id v")->withPath();
    }
}
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    var_dump($r->initHeader());
    echo json_encode([$r->header, $r->cookie, $r->trailer]), "\n";
    var_dump($r->cookie(new Session('x'), 'does not count'), $r->rawcookie(new Session('y')), $r->setCookie((new SeatPush\Cookie(false))->withName('raw')->withValue('a%20b')));
    $r->setRawCookie('plain', 'a%20b', partitioned: true, secure: true);
    try {
        $r->cookie(new SeatPush\Cookie());
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
    $r->end();
    var_dump($r->initHeader(), $r->cookie(new Session('late')));
});
serve($server);
PHP);
echo implode("\n", HttpClient::get($server->port)['headers']['set-cookie']), "\n";
$server->stop();
echo $server->stdout();

// With Swoole's names there is a warning, and false in place of an exception; calls can be chained.
$aliases = TestServer::run(<<<'PHP'
set_error_handler(fn (int $level, string $text) => print("$text\n"));
$cookie = (new Swoole\Http\Cookie())->withName('name')->withPath('/; x')->withSecure(true);
$copy = clone $cookie;
$cookie->reset();
echo json_encode([$copy->toString(), $cookie->toString(), $cookie->withName('again')->toString()]), "\n";
PHP, ['seatpush.swoole_aliases' => 1]);
echo $aliases->stdout();
?>
--EXPECT--
{"name":"copy","value":"a;b=c\r\n","path":"\/","domain":"","sameSite":"","priority":"","encode":true,"expires":0,"secure":false,"httpOnly":false,"partitioned":false}
all=a%3Bb%3Dc%0D%0A; expires=Fri, 01 Jan 2100 00:00:00 GMT; Max-Age=SECONDS; path=/x; domain=x.org; secure; HttpOnly; SameSite=None; Priority=High; Partitioned
copy=a%3Bb%3Dc%0D%0A; path=/
copy=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=x.org
{"name":"","value":"","path":"","domain":"","sameSite":"","priority":"","encode":true,"expires":0,"secure":false,"httpOnly":false,"partitioned":false}
The Cookie has no name: call withName() first
SeatPush\Cookie::withName(): Argument #1 ($name) must not be empty
SeatPush\Cookie::withName(): Argument #1 ($name) must not hold any of ",", ";", white space, control characters or "="
SeatPush\Cookie::withName(): Argument #1 ($name) must not hold any of ",", ";", white space, control characters or "="
SeatPush\Cookie::withValue(): Argument #1 ($value) must not hold any of ",", ";", white space, control characters: let it be encoded, or encode it, as by rawurlencode()
SeatPush\Cookie::__construct(): Argument #1 ($encode) can be false only before withValue(), which checks what will not be encoded
SeatPush\Cookie::withExpires(): Argument #1 ($expires) must not be after the year 9999
SeatPush\Cookie::withPath(): Argument #1 ($path) must not hold any of ",", ";", white space, control characters
SeatPush\Cookie::withDomain(): Argument #1 ($domain) must not hold any of ",", ";", white space, control characters
SeatPush\Cookie::withSameSite(): Argument #1 ($sameSite) must not hold any of ",", ";", white space, control characters
SeatPush\Cookie::withPriority(): Argument #1 ($priority) must not hold any of ",", ";", white space, control characters
Serialization of 'SeatPush\Cookie' is not allowed
""
session=x%20v; path=/
session=y%20v; path=/
raw=a%20b
plain=a%20b; path=/; secure; Partitioned
bool(true)
[[],[],[]]
bool(true)
bool(true)
bool(true)
The Cookie has no name: call withName() first
bool(false)
bool(false)
SeatPush\Cookie::withPath(): Argument #1 ($path) must not hold any of ",", ";", white space, control characters
SeatPush\Cookie::toString(): The Cookie was given what it may not contain, as a warning has said: correct that, or use reset()
SeatPush\Cookie::toString(): The Cookie has no name: call withName() first
[false,false,"again=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0"]
