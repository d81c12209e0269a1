/* SPDX-License-Identifier: MIT */
/*
 * Swoole's functions that are another name of a method.
 */
#include "php.h"

#include "php/coroutine/coroutine.h"
#include "php/engine/compat.h"

ZEND_METHOD(SeatPush_Timer, tick);
ZEND_METHOD(SeatPush_Timer, after);
ZEND_METHOD(SeatPush_Timer, clear);
ZEND_METHOD(SeatPush_Timer, clearAll);
ZEND_METHOD(SeatPush_Timer, exists);
ZEND_METHOD(SeatPush_Timer, info);
ZEND_METHOD(SeatPush_Timer, list);
ZEND_METHOD(SeatPush_Timer, stats);
ZEND_METHOD(SeatPush_Coroutine, dnsLookup);
ZEND_METHOD(SeatPush_Coroutine, defer);

SEATPUSH_FUNCTION(swoole_timer_tick)
{
	ZEND_MN(SeatPush_Timer_tick)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_timer_after)
{
	ZEND_MN(SeatPush_Timer_after)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_timer_clear)
{
	ZEND_MN(SeatPush_Timer_clear)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_timer_clear_all)
{
	ZEND_MN(SeatPush_Timer_clearAll)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_timer_exists)
{
	ZEND_MN(SeatPush_Timer_exists)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_timer_info)
{
	ZEND_MN(SeatPush_Timer_info)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_timer_list)
{
	ZEND_MN(SeatPush_Timer_list)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_timer_stats)
{
	ZEND_MN(SeatPush_Timer_stats)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_async_dns_lookup_coro)
{
	ZEND_MN(SeatPush_Coroutine_dnsLookup)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(defer)
{
	ZEND_MN(SeatPush_Coroutine_defer)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(go)
{
	php_seatpush_coroutine_create(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_FUNCTION(swoole_coroutine_run)
{
	php_seatpush_coroutine_run(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}
