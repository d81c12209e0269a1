<?php

/**
 * What seatpush.swoole_aliases=1 adds to scripts written for Swoole, beside aliases of SeatPush's
 * own classes: the functions that scripts call at the top, and the names that this server has no
 * equal for, which say so when they are used.
 *
 * @generate-class-entries
 */

namespace {
    /** SeatPush's version. */
    function swoole_version(): string {}

    /** The number of processors. */
    function swoole_cpu_num(): int {}

    /** The text of an operating system's error. */
    function swoole_strerror(int $errno, int $error_type = 1): string {}

    /** $server->getLastError() of the server; 0 without one. */
    function swoole_last_error(): int {}

    /** @implementation-alias swoole_last_error */
    function swoole_errno(): int {}

    /** Sets what ps shows, as cli_set_process_title(). */
    function swoole_set_process_name(string $name): bool {}

    /** The machine's IPv4 addresses by interface, without the loopback ones. */
    function swoole_get_local_ip(): array {}

    /** Timer::tick() */
    function swoole_timer_tick(int $ms, callable $callback, mixed ...$args): int {}

    /** Timer::after() */
    function swoole_timer_after(int $ms, callable $callback, mixed ...$args): int {}

    /** Timer::clear() */
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
     * The parent of classes that this server has no equal for (Swoole\Table, Swoole\Process ...).
     * Using one throws; the message names what to use instead. Settings for coroutines
     * (Swoole\Runtime::enableCoroutine(), Swoole\Coroutine::set()) are accepted: without
     * coroutines there is nothing to set.
     */
    abstract class Unavailable
    {
        /** @throws Exception always */
        public function __construct(mixed ...$args) {}

        /** @throws Exception but for settings, which are true */
        public static function __callStatic(string $name, array $args): mixed {}
    }
}
