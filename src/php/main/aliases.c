/* SPDX-License-Identifier: MIT */
/*
 * Swoole's names, as tables: classes that are ours under another name, classes and functions that
 * have no equivalent here, constants. With them, scripts run unchanged.
 */
#include "php/main/aliases.h"

#include <ctype.h>

#include "php_seatpush.h"
#include "ext/spl/spl_array.h"
#include "zend_exceptions.h"

#include "php/coroutine/scheduler.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/events.h"
#include "php/main/constants.h"
#include "php/main/declarations.h"
#include "php/server/options.h"
#include "stubs/swoole_arginfo.h"

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
	{"Swoole\\Process", &seatpush_ce_Process},
	{"swoole_process", &seatpush_ce_Process},
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
	{"Swoole\\Coroutine\\Context", &spl_ce_ArrayObject},
	{"Swoole\\Coroutine\\Iterator", &spl_ce_ArrayIterator},
	{"Co\\System", &seatpush_ce_Coroutine},
	{"Co\\Context", &spl_ce_ArrayObject},
	{"Co\\Iterator", &spl_ce_ArrayIterator},
};

#define NO_CLIENTS                                                                               \
	"coroutines wait in SeatPush's own calls only (Coroutine, Channel, SeatPush\\Redis); use "   \
	"SeatPush\\Client for WebSocket, and PHP's own functions, which block, for everything else " \
	"(docs/from-swoole.md)"
#define NO_REDIS                                                                             \
	"use SeatPush\\Redis, whose methods wait while others are served: new SeatPush\\Redis('" \
	"redis://127.0.0.1:6379'), without connect() (docs/from-swoole.md)"
#define NO_POOLS                                                                                            \
	"callbacks of one process need no pool: keep one connection in a variable. SeatPush\\Redis serves all " \
	"callbacks over one; PDO and mysqli block (docs/from-swoole.md)"
#define NO_DATABASES                                                                                \
	"use PDO or mysqli, which hold everybody up as long as a query takes: keep queries short, and " \
	"give long ones to a process of their own (docs/from-swoole.md)"
#define NO_EVENTS                                                                                 \
	"the loop watches this server's own sockets only: use Swoole\\Timer or $server->defer() for " \
	"what comes later, and a process of its own for other sockets (docs/from-swoole.md)"
#define NO_PROCESSES                                                                                       \
	"this server starts its workers itself: give a Process to addProcess(), or run one beside the server " \
	"that tells it by an HTTP request or through Redis (docs/from-swoole.md)"

static struct {
	const char *name;
	const char *alias; /* NULL: none */
	const char *text;
	zend_class_entry *ce;
} unavailable[] = {
	{"Swoole\\Runtime", NULL, NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Client", "Co\\Client", NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Http\\Client", "Co\\Http\\Client", NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Http2\\Client", "Co\\Http2\\Client", NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Socket", "Co\\Socket", NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Server", "Co\\Server", NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Http\\Server", "Co\\Http\\Server", NO_CLIENTS, NULL},
	{"Swoole\\Coroutine\\Redis", "Co\\Redis", NO_REDIS, NULL},
	{"Swoole\\Coroutine\\MySQL", "Co\\MySQL", NO_DATABASES, NULL},
	{"Swoole\\Coroutine\\PostgreSQL", "Co\\PostgreSQL", NO_DATABASES, NULL},
	{"Swoole\\ConnectionPool", NULL, NO_POOLS, NULL},
	{"Swoole\\Database\\RedisPool", NULL, NO_REDIS, NULL},
	{"Swoole\\Database\\RedisConfig", NULL, NO_REDIS, NULL},
	{"Swoole\\Database\\PDOPool", NULL, NO_POOLS, NULL},
	{"Swoole\\Database\\PDOConfig", NULL, NO_POOLS, NULL},
	{"Swoole\\Database\\MysqliPool", NULL, NO_POOLS, NULL},
	{"Swoole\\Database\\MysqliConfig", NULL, NO_POOLS, NULL},
	{"Swoole\\Event", NULL, NO_EVENTS, NULL},
	{"Swoole\\Process\\Pool", NULL, NO_PROCESSES, NULL},
	{"Swoole\\Thread", NULL, NO_PROCESSES, NULL},
	{"Swoole\\Client", "swoole_client", NO_PROCESSES, NULL},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

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
	php_seatpush_throw_text("%s::%s() is not available: %s", ZSTR_VAL(ce->name), ZSTR_VAL(name),
		strcasecmp(ZSTR_VAL(name), "signal") == 0
			? "use pcntl_signal(), with pcntl_async_signals(true) before start() (docs/guarantees.md)"
			: text_of(ce));
}

static void alias(const char *name, zend_class_entry *ce)
{
	zend_register_class_alias_ex(name, strlen(name), ce, true);
}

/* Nothing here throws these: they are there for scripts that name them. */
static void register_exceptions(void)
{
	static const struct {
		const char *name;
		zend_class_entry **parent;
	} exceptions[] = {
		{"Swoole\\ExitException", &seatpush_ce_Exception},
		{"Swoole\\Error", &zend_ce_error},
		{"Swoole\\Client\\Exception", &seatpush_ce_Exception},
		{"Swoole\\Coroutine\\Http\\Client\\Exception", &seatpush_ce_Exception},
		{"Swoole\\Coroutine\\Socket\\Exception", &seatpush_ce_Exception},
	};

	for (size_t i = 0; i < COUNT(exceptions); i++) {
		zend_class_entry ce;

		INIT_CLASS_ENTRY_EX(ce, exceptions[i].name, strlen(exceptions[i].name), NULL);
		zend_register_internal_class_ex(&ce, *exceptions[i].parent);
	}
}

/* Classes of swoole.stub.php. */
static void register_classes(void)
{
	zend_class_entry *scheduler = register_class_Swoole_Coroutine_Scheduler();

	php_seatpush_scheduler_init_ce(scheduler);
	alias("Co\\Scheduler", scheduler);
	register_class_Swoole_Http_Status();
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
	register_exceptions();
	register_classes();
	register_constant_class();
	php_seatpush_register_constants(module_number);
	zend_register_functions(NULL, ext_functions, NULL, MODULE_PERSISTENT);
}
