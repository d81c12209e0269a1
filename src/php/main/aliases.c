/* SPDX-License-Identifier: MIT */
/*
 * Swoole's names, as tables: classes that are ours under another name, classes and functions that
 * have no equivalent here, constants. With them, scripts run unchanged.
 */
#include "php/main/aliases.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include "php_seatpush.h"
#include "zend_exceptions.h"

#include "net/conn/listener.h"
#include "net/loop/log.h"
#include "php/coroutine/coroutine.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/main/declarations.h"
#include "php/server/object.h"
#include "php/server/options.h"
#include "stubs/swoole_arginfo.h"
#include "wire/ws_frame.h"

static const struct {
	const char *name;
	zend_class_entry **ce;
} class_aliases[] = {
	{"Swoole\\Server", &seatpush_ce_Server},
	{"Swoole\\Http\\Server", &seatpush_ce_Server},
	{"Swoole\\WebSocket\\Server", &seatpush_ce_Server},
	{"Swoole\\Server\\Port", &seatpush_ce_Port},
	{"Swoole\\Connection\\Iterator", &seatpush_ce_ConnectionIterator},
	{"Swoole\\Http\\Request", &seatpush_ce_Request},
	{"Swoole\\Http\\Response", &seatpush_ce_Response},
	{"Swoole\\Http\\Cookie", &seatpush_ce_Cookie},
	{"Swoole\\WebSocket\\Frame", &seatpush_ce_Frame},
	{"Swoole\\WebSocket\\CloseFrame", &seatpush_ce_CloseFrame},
	{"Swoole\\Timer", &seatpush_ce_Timer},
	{"Swoole\\Server\\Task", &seatpush_ce_Task},
	{"swoole_server_task", &seatpush_ce_Task},
	{"Swoole\\Timer\\Iterator", &seatpush_ce_TimerIterator},
	{"Swoole\\Exception", &seatpush_ce_Exception},
	{"swoole_server", &seatpush_ce_Server},
	{"swoole_http_server", &seatpush_ce_Server},
	{"swoole_websocket_server", &seatpush_ce_Server},
	{"swoole_server_port", &seatpush_ce_Port},
	{"swoole_connection_iterator", &seatpush_ce_ConnectionIterator},
	{"swoole_http_request", &seatpush_ce_Request},
	{"swoole_http_response", &seatpush_ce_Response},
	{"swoole_websocket_frame", &seatpush_ce_Frame},
	{"swoole_websocket_closeframe", &seatpush_ce_CloseFrame},
	{"swoole_timer", &seatpush_ce_Timer},
	{"Swoole\\Coroutine", &seatpush_ce_Coroutine},
	{"Swoole\\Coroutine\\System", &seatpush_ce_Coroutine},
	{"Co", &seatpush_ce_Coroutine},
	{"Swoole\\Coroutine\\Channel", &seatpush_ce_Channel},
	{"Co\\Channel", &seatpush_ce_Channel},
	{"chan", &seatpush_ce_Channel},
	{"Swoole\\Coroutine\\WaitGroup", &seatpush_ce_WaitGroup},
	{"Swoole\\Coroutine\\Barrier", &seatpush_ce_Barrier},
	{"Swoole\\Table", &seatpush_ce_Table},
	{"Swoole\\Atomic", &seatpush_ce_Atomic},
	{"Swoole\\Atomic\\Long", &seatpush_ce_AtomicLong},
	{"Swoole\\Lock", &seatpush_ce_Lock},
	{"swoole_table", &seatpush_ce_Table},
	{"swoole_atomic", &seatpush_ce_Atomic},
	{"swoole_lock", &seatpush_ce_Lock},
};

#define NO_CLIENTS                                                                               \
	"coroutines wait in SeatPush's own calls only (Coroutine, Channel, SeatPush\\Redis); use "   \
	"SeatPush\\Client for WebSocket, and PHP's own functions, which block, for everything else " \
	"(docs/from-swoole.md)"
#define NO_REDIS                                                                             \
	"use SeatPush\\Redis, whose methods wait while others are served: new SeatPush\\Redis('" \
	"redis://127.0.0.1:6379'), without connect() (docs/from-swoole.md)"
#define NO_PROCESSES                                                                              \
	"one process serves everything: run further ones beside it, and let them tell the server by " \
	"an HTTP request or through Redis (docs/from-swoole.md)"

static struct {
	const char *name;
	const char *alias; /* NULL: none */
	const char *text;
	zend_class_entry *ce;
} unavailable[] = {
	{"Swoole\\Runtime", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Client", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Http\\Client", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Http\\Server", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Redis", NULL, NO_REDIS, NULL},
	{"Swoole\\Coroutine\\MySQL", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Scheduler", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Event", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Process", "swoole_process", NO_PROCESSES, NULL},
	{"Swoole\\Process\\Pool", NULL, NO_PROCESSES, NULL},
	{"Swoole\\Thread", NULL, NO_PROCESSES, NULL},
	{"Swoole\\Client", "swoole_client", NO_PROCESSES, NULL},
};

static const struct {
	const char *name;
	zend_long value;
} constants[] = {
	{"SWOOLE_BASE", 1},
	{"SWOOLE_PROCESS", 2},
	{"SWOOLE_THREAD", 3},
	{"SWOOLE_SOCK_TCP", SP_SOCK_TCP},
	{"SWOOLE_SOCK_UDP", 2},
	{"SWOOLE_SOCK_TCP6", SP_SOCK_TCP6},
	{"SWOOLE_SOCK_UDP6", 4},
	{"SWOOLE_SOCK_UNIX_STREAM", SP_SOCK_UNIX},
	{"SWOOLE_SOCK_UNIX_DGRAM", 6},
	{"SWOOLE_TCP", SP_SOCK_TCP},
	{"SWOOLE_TCP6", SP_SOCK_TCP6},
	{"SWOOLE_UNIX_STREAM", SP_SOCK_UNIX},
	{"SWOOLE_SSL", SP_SOCK_SSL},
	{"SWOOLE_LOG_DEBUG", SP_LOG_DEBUG},
	{"SWOOLE_LOG_TRACE", SP_LOG_TRACE},
	{"SWOOLE_LOG_INFO", SP_LOG_INFO},
	{"SWOOLE_LOG_NOTICE", SP_LOG_NOTICE},
	{"SWOOLE_LOG_WARNING", SP_LOG_WARNING},
	{"SWOOLE_LOG_ERROR", SP_LOG_ERROR},
	{"SWOOLE_LOG_NONE", SP_LOG_NONE},
	{"SWOOLE_DISPATCH_ROUND", 1},
	{"SWOOLE_DISPATCH_FDMOD", 2},
	{"SWOOLE_DISPATCH_IDLE_WORKER", 3},
	{"SWOOLE_DISPATCH_IPMOD", 4},
	{"SWOOLE_DISPATCH_UIDMOD", 5},
	{"SWOOLE_DISPATCH_USERFUNC", 6},
	{"SWOOLE_HOOK_ALL", 0x7fffffff},
	{"SWOOLE_HOOK_TCP", 2},
	{"SWOOLE_WEBSOCKET_FLAG_FIN", 1},
	{"SWOOLE_WEBSOCKET_FLAG_COMPRESS", 2},
	{"SWOOLE_WEBSOCKET_FLAG_RSV1", 4},
	{"SWOOLE_WEBSOCKET_FLAG_RSV2", 8},
	{"SWOOLE_WEBSOCKET_FLAG_RSV3", 16},
	{"SWOOLE_WEBSOCKET_FLAG_MASK", 32},
	{"SWOOLE_WEBSOCKET_OPCODE_CONTINUATION", SP_WS_CONTINUATION},
	{"SWOOLE_WEBSOCKET_OPCODE_TEXT", SP_WS_TEXT},
	{"SWOOLE_WEBSOCKET_OPCODE_BINARY", SP_WS_BINARY},
	{"SWOOLE_WEBSOCKET_OPCODE_CLOSE", SP_WS_CLOSE},
	{"SWOOLE_WEBSOCKET_OPCODE_PING", SP_WS_PING},
	{"SWOOLE_WEBSOCKET_OPCODE_PONG", SP_WS_PONG},
	{"SWOOLE_WEBSOCKET_STATUS_CONNECTION", 1},
	{"SWOOLE_WEBSOCKET_STATUS_HANDSHAKE", 2},
	{"SWOOLE_WEBSOCKET_STATUS_ACTIVE", 3},
	{"SWOOLE_WEBSOCKET_STATUS_CLOSING", 4},
	{"SWOOLE_WEBSOCKET_STATUS_HANDSHAKE_FAILED", 5},
	{"SWOOLE_WEBSOCKET_CLOSE_NORMAL", SP_WS_CLOSE_NORMAL},
	{"SWOOLE_WEBSOCKET_CLOSE_GOING_AWAY", SP_WS_CLOSE_GOING_AWAY},
	{"SWOOLE_WEBSOCKET_CLOSE_PROTOCOL_ERROR", SP_WS_CLOSE_PROTOCOL_ERROR},
	{"SWOOLE_WEBSOCKET_CLOSE_DATA_ERROR", 1003},
	{"SWOOLE_WEBSOCKET_CLOSE_STATUS_ERROR", SP_WS_CLOSE_NO_STATUS},
	{"SWOOLE_WEBSOCKET_CLOSE_ABNORMAL", SP_WS_CLOSE_ABNORMAL},
	{"SWOOLE_WEBSOCKET_CLOSE_MESSAGE_ERROR", SP_WS_CLOSE_BAD_DATA},
	{"SWOOLE_WEBSOCKET_CLOSE_POLICY_ERROR", SP_WS_CLOSE_POLICY},
	{"SWOOLE_WEBSOCKET_CLOSE_MESSAGE_TOO_BIG", SP_WS_CLOSE_TOO_BIG},
	{"SWOOLE_WEBSOCKET_CLOSE_EXTENSION_MISSING", 1010},
	{"SWOOLE_WEBSOCKET_CLOSE_SERVER_ERROR", SP_WS_CLOSE_SERVER_ERROR},
	{"SWOOLE_WEBSOCKET_CLOSE_CLOSE_SERVICE_RESTART", SP_WS_CLOSE_RESTART},
	{"SWOOLE_WEBSOCKET_CLOSE_TRY_AGAIN_LATER", SP_WS_CLOSE_TRY_LATER},
	{"SWOOLE_WEBSOCKET_CLOSE_TLS", 1015},
	{"SWOOLE_ERROR_SESSION_CLOSED_BY_SERVER", 1001},
	{"SWOOLE_ERROR_SESSION_CLOSED_BY_CLIENT", 1002},
	{"SWOOLE_ERROR_SESSION_CLOSING", 1003},
	{"SWOOLE_ERROR_SESSION_CLOSED", 1004},
	{"SWOOLE_ERROR_SESSION_NOT_EXIST", 1005},
	{"SWOOLE_ERROR_SESSION_INVALID_ID", 1006},
	{"SWOOLE_ERROR_OUTPUT_BUFFER_OVERFLOW", SEATPUSH_ERROR_QUEUE_FULL},
	{"SWOOLE_ERROR_HTTP_CONTEXT_UNAVAILABLE", SEATPUSH_ERROR_RESPONSE_OVER},
	{"SWOOLE_ERROR_WEBSOCKET_UNCONNECTED", SEATPUSH_ERROR_NOT_WEBSOCKET},
	{"SWOOLE_ERROR_WEBSOCKET_PACK_FAILED", 8505},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

ZEND_FUNCTION(swoole_version)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(PHP_SEATPUSH_VERSION);
}

ZEND_FUNCTION(swoole_cpu_num)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(sysconf(_SC_NPROCESSORS_ONLN));
}

ZEND_FUNCTION(swoole_strerror)
{
	zend_long number, type;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(number)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(type)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_STRING(strerror((int) number));
}

ZEND_FUNCTION(swoole_last_error)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(SEATPUSH_G(server) ? (zend_long) SEATPUSH_G(server)->last_error : 0);
}

ZEND_FUNCTION(swoole_set_process_name)
{
	zend_string *title;
	zval name, arg;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(title)
	ZEND_PARSE_PARAMETERS_END();

	ZVAL_STRING(&name, "cli_set_process_title");
	ZVAL_STR(&arg, title);
	if (call_user_function(NULL, NULL, &name, return_value, 1, &arg) != SUCCESS) {
		RETVAL_FALSE;
	}
	zval_ptr_dtor(&name);
}

ZEND_FUNCTION(swoole_get_local_ip)
{
	struct ifaddrs *all, *one;

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	if (getifaddrs(&all) != 0) {
		return;
	}
	for (one = all; one != NULL; one = one->ifa_next) {
		char text[INET_ADDRSTRLEN];

		if (one->ifa_addr != NULL && one->ifa_addr->sa_family == AF_INET &&
			!(one->ifa_flags & IFF_LOOPBACK) &&
			inet_ntop(AF_INET, &((struct sockaddr_in *) (void *) one->ifa_addr)->sin_addr, text,
				sizeof(text))) {
			add_assoc_string(return_value, one->ifa_name, text);
		}
	}
	freeifaddrs(all);
}

ZEND_METHOD(SeatPush_Timer, tick);
ZEND_METHOD(SeatPush_Timer, after);
ZEND_METHOD(SeatPush_Timer, clear);
ZEND_METHOD(SeatPush_Timer, clearAll);
ZEND_METHOD(SeatPush_Timer, exists);
ZEND_METHOD(SeatPush_Timer, info);
ZEND_METHOD(SeatPush_Timer, list);
ZEND_METHOD(SeatPush_Timer, stats);

ZEND_FUNCTION(swoole_timer_tick)
{
	ZEND_MN(SeatPush_Timer_tick)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_timer_after)
{
	ZEND_MN(SeatPush_Timer_after)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_timer_clear)
{
	ZEND_MN(SeatPush_Timer_clear)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_timer_clear_all)
{
	ZEND_MN(SeatPush_Timer_clearAll)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_timer_exists)
{
	ZEND_MN(SeatPush_Timer_exists)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_timer_info)
{
	ZEND_MN(SeatPush_Timer_info)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_timer_list)
{
	ZEND_MN(SeatPush_Timer_list)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_timer_stats)
{
	ZEND_MN(SeatPush_Timer_stats)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(go)
{
	php_seatpush_coroutine_create(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_FUNCTION(swoole_coroutine_run)
{
	php_seatpush_coroutine_run(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

/* What is deferred in the coroutine that runs. */
ZEND_METHOD(SeatPush_Coroutine, defer);

ZEND_FUNCTION(defer)
{
	ZEND_MN(SeatPush_Coroutine_defer)(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

/* The text for a class, or for the nearest ancestor that is in the table. */
static const char *text_of(const zend_class_entry *ce)
{
	for (; ce != NULL; ce = ce->parent) {
		for (size_t i = 0; i < COUNT(unavailable); i++) {
			if (unavailable[i].ce == ce) {
				return unavailable[i].text;
			}
		}
	}
	return NO_CLIENTS;
}

ZEND_METHOD(SeatPush_Unavailable, __construct)
{
	zend_class_entry *ce = Z_OBJCE_P(ZEND_THIS);

	(void) return_value;
	php_seatpush_throw_text("%s is not available: %s", ZSTR_VAL(ce->name), text_of(ce));
}

ZEND_METHOD(SeatPush_Unavailable, __callStatic)
{
	static const char *const settings[] = {"set", "enableCoroutine", "setHookFlags", "wait"};
	zend_class_entry *ce = zend_get_called_scope(execute_data);
	zend_string *name;
	HashTable *args;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ARRAY_HT(args)
	ZEND_PARSE_PARAMETERS_END();

	for (size_t i = 0; i < COUNT(settings); i++) {
		if (strcasecmp(ZSTR_VAL(name), settings[i]) == 0) {
			RETURN_TRUE;
		}
	}
	php_seatpush_throw_text(
		"%s::%s() is not available: %s", ZSTR_VAL(ce->name), ZSTR_VAL(name), text_of(ce));
}

static void alias(const char *name, zend_class_entry *ce)
{
	zend_register_class_alias_ex(name, strlen(name), ce, true);
}

static void register_unavailable(void)
{
	zend_class_entry *parent = register_class_SeatPush_Unavailable();

	for (size_t i = 0; i < COUNT(unavailable); i++) {
		zend_class_entry ce;

		INIT_CLASS_ENTRY_EX(ce, unavailable[i].name, strlen(unavailable[i].name), NULL);
		unavailable[i].ce = zend_register_internal_class_ex(&ce, parent);
		if (unavailable[i].alias != NULL) {
			alias(unavailable[i].alias, unavailable[i].ce);
		}
	}
}

/* "WorkerStart" -> "WORKER_START", "worker_num" -> "WORKER_NUM" */
static void add_constant(zend_class_entry *ce, const char *prefix, const char *name)
{
	char constant[64];
	char value[64];
	size_t len = strlen(prefix);
	size_t i;

	memcpy(constant, prefix, len);
	for (i = 0; i < sizeof(value) - 1 && len < sizeof(constant) - 2 && name[i] != '\0'; i++) {
		if (i > 0 && name[i] >= 'A' && name[i] <= 'Z') {
			constant[len++] = '_';
		}
		constant[len++] = (char) toupper((unsigned char) name[i]);
		value[i] = (char) (i == 0 ? tolower((unsigned char) name[i]) : name[i]);
	}
	zend_declare_class_constant_stringl(ce, constant, len, value, i);
}

/* Swoole\Constant: the names of options and events. */
static void register_constant_class(void)
{
	zend_class_entry ce, *constant;
	const char *name;

	INIT_CLASS_ENTRY(ce, "Swoole\\Constant", NULL);
	constant = zend_register_internal_class(&ce);
	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		add_constant(constant, "OPTION_", php_seatpush_option_table[i].name);
	}
	for (int i = 0; i < SEATPUSH_EVENT_COUNT; i++) {
		add_constant(constant, "EVENT_", php_seatpush_event_name(i));
	}
	for (size_t i = 0; (name = php_seatpush_event_refused(i)) != NULL; i++) {
		add_constant(constant, "EVENT_", name);
	}
}

static void register_constants(int module_number)
{
	for (size_t i = 0; i < COUNT(constants); i++) {
		zend_register_long_constant(constants[i].name, strlen(constants[i].name),
			constants[i].value, CONST_PERSISTENT, module_number);
	}
	zend_register_string_constant(
		ZEND_STRL("SWOOLE_VERSION"), PHP_SEATPUSH_VERSION, CONST_PERSISTENT, module_number);
}

void php_seatpush_register_aliases(int module_number)
{
	if (zend_hash_str_exists(&module_registry, ZEND_STRL("swoole")) ||
		zend_hash_str_exists(&module_registry, ZEND_STRL("openswoole"))) {
		zend_error(E_CORE_WARNING,
			"seatpush.swoole_aliases is on, but the swoole extension is loaded too and keeps its "
			"names: remove the line \"extension=swoole\" from the ini file that has it (php --ini "
			"lists "
			"them), or set seatpush.swoole_aliases=0");
		return;
	}
	for (size_t i = 0; i < COUNT(class_aliases); i++) {
		alias(class_aliases[i].name, *class_aliases[i].ce);
	}
	php_seatpush_declarations_begin();
	register_unavailable();
	register_constant_class();
	register_constants(module_number);
	zend_register_functions(NULL, ext_functions, NULL, MODULE_PERSISTENT);
}
