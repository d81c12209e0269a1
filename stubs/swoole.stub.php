<?php

/**
 * What seatpush.swoole_aliases=1 adds for scripts written for Swoole, besides aliases of SeatPush's
 * own classes: functions that such scripts call, and names that this server has no counterpart for,
 * which say so when they are used.
 *
 * @generate-class-entries
 */

namespace {
    /** SeatPush's version. */
    function swoole_version(): string {}

    /** The number of processors. */
    function swoole_cpu_num(): int {}

    /**
     * The message for an error number.
     * @param int $error_type SWOOLE_STRERROR_SYSTEM: of the operating system; _SWOOLE: of getLastError();
     *     _GAI and _DNS: of lookups
     */
    function swoole_strerror(int $errno, int $error_type = 0): string {}

    /** The server's getLastError(); 0 if there is no server. */
    function swoole_last_error(): int {}

    /** @implementation-alias swoole_last_error */
    function swoole_errno(): int {}

    /** getLastError() is 0 from now on. */
    function swoole_clear_error(): void {}

    /**
     * Writes a line to the log, if log_level lets it pass.
     * @param int $level SWOOLE_LOG_DEBUG to SWOOLE_LOG_ERROR
     * Another level is a warning.
     */
    function swoole_error_log(int $level, string $msg): void {}

    /**
     * The same with an error number, which getLastError() of the server returns from now on.
     * Another level is a warning.
     */
    function swoole_error_log_ex(int $level, int $error, string $msg): void {}

    /**
     * swoole_error_log_ex() does not write this number's lines any more.
     * @throws SeatPush\Exception at 1000 numbers
     */
    function swoole_ignore_error(int $error): void {}

    /** Sets the process title that ps shows, like cli_set_process_title(). */
    function swoole_set_process_name(string $name): bool {}

    /**
     * The machine's addresses by interface, without loopback addresses.
     * @param int $family AF_INET or AF_INET6
     * @throws \ValueError another family
     */
    function swoole_get_local_ip(int $family = 2): array {}

    /** The hardware addresses by interface, as 02:42:AC:11:00:02, without loopback interfaces. */
    function swoole_get_local_mac(): array {}

    /** The same as Timer::tick(). */
    function swoole_timer_tick(int $ms, callable $callback, mixed ...$args): int|false {}

    /** The same as Timer::after(). */
    function swoole_timer_after(int $ms, callable $callback, mixed ...$args): int|false {}

    /** The same as Timer::clear(). */
    function swoole_timer_clear(int $timer_id): bool {}

    /** The same as Timer::clearAll(). */
    function swoole_timer_clear_all(): bool {}

    /** The same as Timer::exists(). */
    function swoole_timer_exists(int $timer_id): bool {}

    /** The same as Timer::info(). */
    function swoole_timer_info(int $timer_id): ?array {}

    /** The same as Timer::list(). */
    function swoole_timer_list(): \SeatPush\TimerIterator {}

    /** The same as Timer::stats(). */
    function swoole_timer_stats(): array {}

    /** Accepted; has no effect. */
    function swoole_timer_set(array $settings): void {}

    /** Accepted; has no effect. */
    function swoole_async_set(array $settings): bool {}

    /** The same as Coroutine::dnsLookup(). */
    function swoole_async_dns_lookup_coro(string $domain_name, float $timeout = 60, int $type = 2): string|false {}

    /** Does nothing: names are looked up each time. */
    function swoole_clear_dns_cache(): void {}

    /**
     * unserialize(substr($str, $offset, $length), $options).
     * @param int $length 0: all that follows
     * @return mixed false if there is nothing at $offset, and as unserialize()
     * A negative length is a warning.
     */
    function swoole_substr_unserialize(string $str, int $offset, int $length = 0, array $options = []): mixed {}

    /**
     * json_decode(substr($str, $offset, $length), $associative, $depth, $flags).
     * @param int $length 0: all that follows
     * @return mixed null for a negative length, with a warning
     */
    function swoole_substr_json_decode(string $str, int $offset, int $length = 0, ?bool $associative = null, int $depth = 512, int $flags = 0): mixed {}

    /**
     * A number for a string: what PHP's arrays use, or with type 1 "one at a time". Do not keep it.
     * @return int|false false: another type
     */
    function swoole_hashcode(string $data, int $type = 0): int|false {}

    /** object_num, resource_num: how many there are. */
    function swoole_get_vm_status(): array {}

    /**
     * sendfile() and swoole_mime_type_get() give files of this extension this type.
     * @param string $suffix without a dot, any case
     * @return bool false if it has one, and, with a warning, if one of them cannot be
     * @throws SeatPush\Exception at 1000 that were changed
     */
    function swoole_mime_type_add(string $suffix, string $mime_type): bool {}

    /** The same, whether it has one or not. */
    function swoole_mime_type_set(string $suffix, string $mime_type): void {}

    /** False if it has none. */
    function swoole_mime_type_delete(string $suffix): bool {}

    /** The type of a file, by its name; application/octet-stream if it is not known. */
    function swoole_mime_type_get(string $filename): string {}

    /** @implementation-alias swoole_mime_type_get */
    function swoole_get_mime_type(string $filename): string {}

    function swoole_mime_type_exists(string $filename): bool {}

    /** All types. */
    function swoole_mime_type_list(): array {}

    /** The same as Coroutine::create(). */
    function go(callable $callback, mixed ...$args): int|false {}

    /** @implementation-alias go */
    function co(callable $callback, mixed ...$args): int|false {}

    /** @implementation-alias go */
    function swoole_coroutine_create(callable $callback, mixed ...$args): int|false {}

    /** The same as Coroutine::defer(). */
    function defer(callable $callback): void {}

    /** @implementation-alias defer */
    function swoole_coroutine_defer(callable $callback): void {}

    /** The same as Coroutine::run(). */
    function swoole_coroutine_run(callable $callback, mixed ...$args): bool {}
}

namespace Swoole\Http {
    /** Status codes by name. */
    class Status
    {
        /** @var int */
        public const CONTINUE = 100;
        /** @var int */
        public const SWITCHING_PROTOCOLS = 101;
        /** @var int */
        public const PROCESSING = 102;
        /** @var int */
        public const OK = 200;
        /** @var int */
        public const CREATED = 201;
        /** @var int */
        public const ACCEPTED = 202;
        /** @var int */
        public const NON_AUTHORITATIVE_INFORMATION = 203;
        /** @var int */
        public const NO_CONTENT = 204;
        /** @var int */
        public const RESET_CONTENT = 205;
        /** @var int */
        public const PARTIAL_CONTENT = 206;
        /** @var int */
        public const MULTI_STATUS = 207;
        /** @var int */
        public const ALREADY_REPORTED = 208;
        /** @var int */
        public const IM_USED = 226;
        /** @var int */
        public const MULTIPLE_CHOICES = 300;
        /** @var int */
        public const MOVED_PERMANENTLY = 301;
        /** @var int */
        public const FOUND = 302;
        /** @var int */
        public const SEE_OTHER = 303;
        /** @var int */
        public const NOT_MODIFIED = 304;
        /** @var int */
        public const USE_PROXY = 305;
        /** @var int */
        public const SWITCH_PROXY = 306;
        /** @var int */
        public const TEMPORARY_REDIRECT = 307;
        /** @var int */
        public const PERMANENT_REDIRECT = 308;
        /** @var int */
        public const BAD_REQUEST = 400;
        /** @var int */
        public const UNAUTHORIZED = 401;
        /** @var int */
        public const PAYMENT_REQUIRED = 402;
        /** @var int */
        public const FORBIDDEN = 403;
        /** @var int */
        public const NOT_FOUND = 404;
        /** @var int */
        public const METHOD_NOT_ALLOWED = 405;
        /** @var int */
        public const NOT_ACCEPTABLE = 406;
        /** @var int */
        public const PROXY_AUTHENTICATION_REQUIRED = 407;
        /** @var int */
        public const REQUEST_TIME_OUT = 408;
        /** @var int */
        public const CONFLICT = 409;
        /** @var int */
        public const GONE = 410;
        /** @var int */
        public const LENGTH_REQUIRED = 411;
        /** @var int */
        public const PRECONDITION_FAILED = 412;
        /** @var int */
        public const REQUEST_ENTITY_TOO_LARGE = 413;
        /** @var int */
        public const REQUEST_URI_TOO_LARGE = 414;
        /** @var int */
        public const UNSUPPORTED_MEDIA_TYPE = 415;
        /** @var int */
        public const REQUESTED_RANGE_NOT_SATISFIABLE = 416;
        /** @var int */
        public const EXPECTATION_FAILED = 417;
        /** @var int */
        public const MISDIRECTED_REQUEST = 421;
        /** @var int */
        public const UNPROCESSABLE_ENTITY = 422;
        /** @var int */
        public const LOCKED = 423;
        /** @var int */
        public const FAILED_DEPENDENCY = 424;
        /** @var int */
        public const UNORDERED_COLLECTION = 425;
        /** @var int */
        public const UPGRADE_REQUIRED = 426;
        /** @var int */
        public const PRECONDITION_REQUIRED = 428;
        /** @var int */
        public const TOO_MANY_REQUESTS = 429;
        /** @var int */
        public const REQUEST_HEADER_FIELDS_TOO_LARGE = 431;
        /** @var int */
        public const UNAVAILABLE_FOR_LEGAL_REASONS = 451;
        /** @var int */
        public const INTERNAL_SERVER_ERROR = 500;
        /** @var int */
        public const NOT_IMPLEMENTED = 501;
        /** @var int */
        public const BAD_GATEWAY = 502;
        /** @var int */
        public const SERVICE_UNAVAILABLE = 503;
        /** @var int */
        public const GATEWAY_TIME_OUT = 504;
        /** @var int */
        public const HTTP_VERSION_NOT_SUPPORTED = 505;
        /** @var int */
        public const VARIANT_ALSO_NEGOTIATES = 506;
        /** @var int */
        public const INSUFFICIENT_STORAGE = 507;
        /** @var int */
        public const LOOP_DETECTED = 508;
        /** @var int */
        public const NOT_EXTENDED = 510;
        /** @var int */
        public const NETWORK_AUTHENTICATION_REQUIRED = 511;

        /** What the server sends with a status, such as "Not Found"; "Unknown" for others. */
        public static function getReasonPhrase(int $value): string {}

        /** All of them: status => phrase. */
        public static function getReasonPhrases(): array {}
    }
}

namespace Swoole\Coroutine {
    /**
     * Coroutines that are started together, by start(). What add() gets is as for Coroutine::create().
     *
     * @not-serializable
     */
    final class Scheduler
    {
        /** @throws \SeatPush\Exception after start(), and beyond max_coroutine */
        public function add(callable $func, mixed ...$params): void {}

        /**
         * The same $n times.
         * A negative number is a warning.
         * @throws \SeatPush\Exception as for add()
         */
        public function parallel(int $n, callable $func, mixed ...$params): void {}

        /** @implementation-alias SeatPush\Coroutine::set */
        public function set(array $settings): bool {}

        /** @implementation-alias SeatPush\Coroutine::getOptions */
        public function getOptions(): ?array {}

        /**
         * Starts all, and turns the loop until all coroutines have ended, like Coroutine::run().
         * @return bool false if there is nothing to start
         * @throws \SeatPush\Exception a second time, and where a loop runs already
         */
        public function start(): bool {}
    }

    /**
     * Calls each task in a coroutine of its own, and waits for all.
     * @param array $tasks callables
     * @param float $timeout seconds; 0 or less: as long as it takes
     * @return array their results, by the keys of $tasks; null for those that threw or take longer
     * @throws \TypeError if one of them cannot be called
     */
    function batch(array $tasks, float $timeout = -1): array {}

    /** The same for $fn($value, $key) of each value of a list. */
    function map(array $list, callable $fn, float $timeout = -1): array {}

    /** Calls $fn in $n coroutines, and waits for all. */
    function parallel(int $n, callable $fn): void {}

    /** @implementation-alias swoole_coroutine_run */
    function run(callable $callback, mixed ...$args): bool {}

    /** @implementation-alias go */
    function go(callable $callback, mixed ...$args): int|false {}

    /** @implementation-alias defer */
    function defer(callable $callback): void {}
}

namespace Co {
    /** @implementation-alias swoole_coroutine_run */
    function run(callable $callback, mixed ...$args): bool {}

    /** @implementation-alias go */
    function go(callable $callback, mixed ...$args): int|false {}

    /** @implementation-alias defer */
    function defer(callable $callback): void {}
}

namespace SeatPush {
    /**
     * The parent of classes that this server has no counterpart for, such as Swoole\Table and
     * Swoole\Process. Using one throws, and the message names what to use instead. Settings such as
     * Swoole\Runtime::enableCoroutine() are accepted, and have no effect.
     */
    abstract class Unavailable
    {
        /** @throws Exception always */
        public function __construct(mixed ...$args) {}

        /** @throws Exception always, except for settings, which return true */
        public static function __callStatic(string $name, array $args): mixed {}
    }
}
