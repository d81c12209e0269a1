--TEST--
SeatPush: aliases: Swoole's functions, Http\Status, and what scripts only name
--EXTENSIONS--
seatpush
--INI--
seatpush.swoole_aliases=1
--FILE--
<?php
use Swoole\Http\Status;

set_error_handler(fn (int $level, string $text) => error_reporting() & $level ? throw new ErrorException($text) : true);
function tried(callable $what): string
{
    try {
        return json_encode($what());
    } catch (Throwable $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
}

final class Thing
{
    public int $number = 7;
}

echo Status::OK, ' ', Status::getReasonPhrase(Status::NOT_FOUND), ', ', Status::getReasonPhrase(Status::REQUEST_ENTITY_TOO_LARGE), ', ', Status::getReasonPhrase(299), ', ', Status::getReasonPhrase(PHP_INT_MAX), "\n";
$phrases = Status::getReasonPhrases();
echo $phrases[418] ?? 'none', ' ', $phrases[503], "\n";
foreach ((new ReflectionClass(Status::class))->getConstants() as $name => $status) {
    echo isset($phrases[$status]) || $name === 'SWITCH_PROXY' ? '' : "$name has no phrase\n";
}

// What is before and behind the part must not count.
$text = 'i:1;' . serialize($things = ['a' => new Thing(), 'b' => 2]) . '23;';
$length = strlen(serialize($things));
var_dump(swoole_substr_unserialize($text, 4, $length) == $things, swoole_substr_unserialize($text, -$length - 3, $length) == $things);
echo get_class(swoole_substr_unserialize($text, 4, $length, ['allowed_classes' => false])['a']), ' ', get_class(swoole_substr_unserialize($text, 4, $length, ['allowed_classes' => [Thing::class]])['a']), "\n";
echo json_encode([@swoole_substr_unserialize('xi:123;', 1, 4), swoole_substr_unserialize('xi:123;', 1), swoole_substr_unserialize('i:1;', 4), swoole_substr_unserialize('i:1;', -5), swoole_substr_unserialize('i:1;', PHP_INT_MIN)]), "\n";
echo tried(fn () => swoole_substr_unserialize('i:1;', 0, -1)), "\n";
echo strtok(tried(fn () => swoole_substr_unserialize('i:1;', 0, 0, ['allowed_classes' => 1])), ':'), "\n";
echo json_encode([swoole_substr_json_decode('x[1,2]3', 1, 5), swoole_substr_json_decode('x[1,2]', 1), swoole_substr_json_decode('[1', -1), swoole_substr_json_decode('123', 0, 2)]), "\n";
echo get_class(swoole_substr_json_decode('{"a":1}', 0)), ' ', gettype(swoole_substr_json_decode('{"a":1}', 0, 0, true)), ' ', gettype(swoole_substr_json_decode('{"a":1}', 0, flags: JSON_OBJECT_AS_ARRAY)), "\n";
var_dump(swoole_substr_json_decode('[1,2]', 0, 3), json_last_error() === JSON_ERROR_SYNTAX, swoole_substr_json_decode('[1]', 9), json_last_error() === JSON_ERROR_SYNTAX);
echo strtok(tried(fn () => swoole_substr_json_decode('[[1]]', 0, 0, true, 1, JSON_THROW_ON_ERROR)), ':'), "\n";
echo tried(fn () => swoole_substr_json_decode('1', 0, -1)), "\n";

var_dump(swoole_hashcode('show_7') === swoole_hashcode('show_' . strlen('1234567')), swoole_hashcode('a') === swoole_hashcode('b'), dechex(swoole_hashcode('show_7', 1)) === ltrim(hash('joaat', 'show_7'), '0'), swoole_hashcode('a', 2));
echo json_encode([swoole_strerror(1001, SWOOLE_STRERROR_SWOOLE), swoole_strerror(1, SWOOLE_STRERROR_SWOOLE), swoole_strerror(2)]), ' ', strlen(swoole_strerror(-2, SWOOLE_STRERROR_GAI)) > 0 && strlen(swoole_strerror(1, SWOOLE_STRERROR_DNS)) > 0 ? 'and lookups' : '', "\n";
echo json_encode(preg_grep('/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/', swoole_get_local_mac(), PREG_GREP_INVERT)), json_encode(array_filter([...swoole_get_local_ip(), ...swoole_get_local_ip(2)], fn ($ip) => ip2long($ip) === false)), "\n";
echo tried(fn () => swoole_get_local_ip(99)) === 'ValueError: swoole_get_local_ip(): Argument #1 ($family) must be AF_INET (2) or AF_INET6 (' . (defined('AF_INET6') ? AF_INET6 : 10) . ')' ? 'families' : '?', "\n";
$status = swoole_get_vm_status();
$more = [new Thing(), fopen(__FILE__, 'r')];
echo json_encode([swoole_get_vm_status()['object_num'] - $status['object_num'], swoole_get_vm_status()['resource_num'] > $status['resource_num']]), "\n";

$server = new Swoole\Http\Server('127.0.0.1', 0);
$server->set(['log_level' => SWOOLE_LOG_WARNING, 'log_file' => $log = tempnam(sys_get_temp_dir(), 'seatpush-'), 'log_rotation' => SWOOLE_LOG_ROTATION_DAILY, 'dispatch_mode' => SWOOLE_DISPATCH_CO_CONN_LB, 'trace_flags' => SWOOLE_TRACE_ALL | SWOOLE_TRACE_HTTP2]);
$server->on('Request', fn () => 1);
$server->on('Start', function ($server) {
    swoole_error_log(SWOOLE_LOG_INFO, 'not logged');
    swoole_error_log(SWOOLE_LOG_WARNING, "text\x1b of a script");
    swoole_error_log_ex(SWOOLE_LOG_ERROR, SWOOLE_ERROR_QUEUE_FULL, 'with a number');
    echo swoole_last_error(), ' ', swoole_clear_error(), swoole_last_error(), "\n";
    swoole_ignore_error(SWOOLE_ERROR_QUEUE_FULL);
    swoole_error_log_ex(SWOOLE_LOG_ERROR, SWOOLE_ERROR_QUEUE_FULL, 'not logged');
    echo tried(fn () => swoole_error_log(SWOOLE_LOG_NONE, 'x')), "\n";
    echo tried(function () {
        for ($i = 0; ; $i++) {
            swoole_ignore_error($i);
        }
    }), "\n";
    $timer = swoole_timer_after(1000000, fn () => 1);
    $first = swoole_timer_tick(1000000, fn () => 1);
    echo json_encode([swoole_timer_exists($timer), swoole_timer_info($timer)['interval'], array_values([...swoole_timer_list()]) === [$timer, $first], swoole_timer_stats()['num'], swoole_timer_set([]), swoole_timer_clear($timer), swoole_timer_clear_all(), swoole_timer_exists($first)]), "\n";
    $server->shutdown();
});
$server->start();
echo preg_replace('/^\[.*?\] /m', '', file_get_contents($log));
unlink($log);
$server = null;
echo json_encode([swoole_async_set(['socket_dontwait' => 1]), swoole_clear_dns_cache(), swoole_async_dns_lookup_coro('127.0.0.1', 1)]), "\n";

foreach (['Swoole\ExitException', 'Swoole\Error', 'Swoole\Coroutine\Iterator', 'Swoole\Coroutine\Context', 'Swoole\Http\Cookie', 'Co\Context', 'Co\System'] as $name) {
    echo $name, ' ', (new ReflectionClass($name))->name, ' ', get_parent_class($name) ?: '-', "\n";
}
echo tried(fn () => new Swoole\Client(SWOOLE_SOCK_TCP | SWOOLE_KEEP, SWOOLE_SOCK_SYNC)), "\n";
echo tried(fn () => (new Swoole\Http\Server('127.0.0.1', 0))->set(['ssl_protocols' => SWOOLE_SSL_TLSv1_3, 'ssl_method' => SWOOLE_TLSv1_2_METHOD])), "\n";
echo json_encode([SWOOLE_MUTEX === Swoole\Lock::MUTEX, SWOOLE_RWLOCK === Swoole\Lock::RWLOCK, SWOOLE_SPINLOCK === Swoole\Lock::SPINLOCK]), "\n";
echo json_encode([SWOOLE_CHANNEL_TIMEOUT, SWOOLE_TIMER_MAX_MS >= 1000000000, SWOOLE_TIMER_MAX_SEC * 1000 == SWOOLE_TIMER_MAX_MS, SWOOLE_TIMER_MIN_SEC, SWOOLE_IPC_UNIXSOCK, SWOOLE_HOOK_FILE, SWOOLE_HOOK_MONGODB, SWOOLE_TRACE_CARES, SWOOLE_ERROR_CO_CANCELED, SWOOLE_WEBSOCKET_CLOSE_BAD_GATEWAY]), "\n";
?>
--EXPECT--
200 Not Found, Content Too Large, Unknown, Unknown
none Service Unavailable
bool(true)
bool(true)
__PHP_Incomplete_Class Thing
[false,123,false,false,false]
ErrorException: swoole_substr_unserialize(): Argument #3 ($length) must be a number of bytes, or 0 for all that follow
TypeError
[[1,2],[1,2],1,12]
stdClass array array
NULL
bool(true)
NULL
bool(true)
JsonException
ErrorException: swoole_substr_json_decode(): Argument #3 ($length) must be a number of bytes, or 0 for all that follow
bool(true)
bool(false)
bool(true)
bool(false)
["the connection has ended, or the id was never one of this server's","unknown error","No such file or directory"] and lookups
[][]
families
[1,true]
506 0
ErrorException: swoole_error_log(): Argument #1 ($level) must be one of the SWOOLE_LOG_ constants, from DEBUG to ERROR
SeatPush\Exception: 1000 errors are ignored already, which is the most: raise log_level instead
[true,0,true,2,null,true,true,false]
WARNING seatpush: text\u{1b} of a script
ERROR seatpush: (error 506) with a number
[true,null,"127.0.0.1"]
Swoole\ExitException Swoole\ExitException SeatPush\Exception
Swoole\Error Swoole\Error Error
Swoole\Coroutine\Iterator ArrayIterator -
Swoole\Coroutine\Context ArrayObject -
Swoole\Http\Cookie SeatPush\Cookie -
Co\Context ArrayObject -
Co\System SeatPush\Coroutine -
SeatPush\Exception: Swoole\Client is not available: this server starts its workers itself: give a Process to addProcess(), or run one beside the server that tells it by an HTTP request or through Redis (docs/from-swoole.md)
true
[true,true,true]
[-1,true,true,0.001,1,256,4194304,1073741824,10017,1014]
