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

namespace Swoole\Coroutine {
    /** @implementation-alias swoole_coroutine_run */
    function run(callable $callback, mixed ...$args): bool {}

    /** @implementation-alias go */
    function go(callable $callback, mixed ...$args): int|false {}
}

namespace Co {
    /** @implementation-alias swoole_coroutine_run */
    function run(callable $callback, mixed ...$args): bool {}

    /** @implementation-alias go */
    function go(callable $callback, mixed ...$args): int|false {}
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
