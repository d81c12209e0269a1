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

    /** The message for an error number of the operating system. */
    function swoole_strerror(int $errno, int $error_type = 1): string {}

    /** The server's getLastError(); 0 if there is no server. */
    function swoole_last_error(): int {}

    /** @implementation-alias swoole_last_error */
    function swoole_errno(): int {}

    /** Sets the process title that ps shows, like cli_set_process_title(). */
    function swoole_set_process_name(string $name): bool {}

    /** The machine's IPv4 addresses by interface, without loopback addresses. */
    function swoole_get_local_ip(): array {}

    /** The same as Timer::tick(). */
    function swoole_timer_tick(int $ms, callable $callback, mixed ...$args): int {}

    /** The same as Timer::after(). */
    function swoole_timer_after(int $ms, callable $callback, mixed ...$args): int {}

    /** The same as Timer::clear(). */
    function swoole_timer_clear(int $timer_id): bool {}

    /**
     * Not available: throws, and the message names what to use instead.
     * @throws \SeatPush\Exception always
     */
    function go(mixed ...$args): mixed {}

    /** @implementation-alias go */
    function co(mixed ...$args): mixed {}
}

namespace Swoole\Coroutine {
    /** @implementation-alias go */
    function run(mixed ...$args): mixed {}

    /** @implementation-alias go */
    function go(mixed ...$args): mixed {}
}

namespace Co {
    /** @implementation-alias go */
    function run(mixed ...$args): mixed {}
}

namespace SeatPush {
    /**
     * The parent of classes that this server has no counterpart for, such as Swoole\Table and
     * Swoole\Process. Using one throws, and the message names what to use instead. Settings for
     * coroutines, Swoole\Runtime::enableCoroutine() and Swoole\Coroutine::set(), are accepted:
     * without coroutines there is nothing to set.
     */
    abstract class Unavailable
    {
        /** @throws Exception always */
        public function __construct(mixed ...$args) {}

        /** @throws Exception always, except for settings, which return true */
        public static function __callStatic(string $name, array $args): mixed {}
    }
}
