/* SPDX-License-Identifier: MIT */
/*
 * The module entry: start-up, ini settings, what `php --ri seatpush` prints. Everything else is in
 * src/.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_seatpush.h"

#include <event2/event.h>

#include "SAPI.h"
#include "ext/standard/info.h"
#include "php_ini.h"

#include "net/process/inherited.h"
#include "net/loop/process.h"
#include "net/process/launch.h"
#include "net/process/notify.h"
#include "net/process/sharing.h"
#include "net/process/worker.h"
#include "net/stream/tls.h"
#include "php/client/client.h"
#include "php/engine/ending.h"
#include "php/coroutine/task.h"
#include "php/engine/fiber.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"
#include "php/http/media_types.h"
#include "php/http/received.h"
#include "php/main/aliases.h"
#include "php/main/classes.h"
#include "php/main/declarations.h"
#include "php/main/functions.h"
#include "php/redis/object.h"
#include "php/redis/redis.h"
#include "php/server/timer.h"
#include "php/ws/long_message.h"
#include "php/ws/outgoing.h"
#include "wire/compressor.h"
#include "wire/deflate.h"
#include "wire/inflate.h"

PHP_INI_BEGIN()
	STD_PHP_INI_BOOLEAN("seatpush.swoole_aliases", "0", PHP_INI_SYSTEM, OnUpdateBool,
		swoole_aliases, zend_seatpush_globals, seatpush_globals)
PHP_INI_END()

static void globals_init(void *globals)
{
#if defined(COMPILE_DL_SEATPUSH) && defined(ZTS)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	php_seatpush_globals_init(globals);
}

/* The engine takes away the classes of an extension that dl() has loaded before it tells us, and
 * would leave our further names behind. */
static void refuse_aliases_of_dl(int type)
{
	if (type == MODULE_TEMPORARY && SEATPUSH_G(swoole_aliases)) {
		SEATPUSH_G(swoole_aliases) = false;
		zend_error(E_WARNING,
			"SeatPush: with dl() there are no Swoole names: load it by extension=seatpush in php.ini, "
			"or by php -d extension=seatpush");
	}
}

static PHP_MINIT_FUNCTION(seatpush)
{
	if (strcmp(sapi_module.name, "cli") == 0) {
		sp_worker_begin();
		sp_inherited_begin();
		sp_launch_capture();
		sp_notify_begin();
	}
	REGISTER_INI_ENTRIES();
	refuse_aliases_of_dl(type);
	php_seatpush_register_classes(module_number);
	if (SEATPUSH_G(swoole_aliases)) {
		php_seatpush_register_aliases(module_number);
	}
	php_seatpush_ending_startup();
	php_seatpush_received_startup();
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(seatpush)
{
	(void) type;
	php_seatpush_ending_shutdown();
	php_seatpush_received_shutdown();
	php_seatpush_declarations_end();
	sp_launch_forget();
	sp_signals_end();
	UNREGISTER_INI_ENTRIES();
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(seatpush)
{
	(void) type;
	(void) module_number;
#if defined(COMPILE_DL_SEATPUSH) && defined(ZTS)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	SEATPUSH_G(last_timer_id) = 0;
	SEATPUSH_G(timer_rounds) = 0;
	SEATPUSH_G(coroutines_at_exit) = false;
	SEATPUSH_G(exit_exception) = NULL;
	SEATPUSH_G(fatal) = false;
	SEATPUSH_G(after_fatal) = false;
	SEATPUSH_G(interrupted) = false;
	SEATPUSH_G(told_output) = false;
	SEATPUSH_G(interrupt_wanted) = false;
	return SUCCESS;
}

static PHP_RSHUTDOWN_FUNCTION(seatpush)
{
	(void) type;
	(void) module_number;
	php_seatpush_outgoing_forget();
	php_seatpush_long_messages_forget();
	php_seatpush_timers_fini();
	php_seatpush_media_types_fini();
	php_seatpush_functions_fini();
	php_seatpush_waits_fini();
	php_seatpush_redis_leave_loop();
	php_seatpush_fibers_fini();
	php_seatpush_coroutines_fini();
	return SUCCESS;
}

/* All objects are gone by now, including the Server's core, so nothing uses the loop any more. */
static ZEND_MODULE_POST_ZEND_DEACTIVATE_D(seatpush)
{
	sp_sharing_end();
	sp_loop_free(SEATPUSH_G(loop));
	SEATPUSH_G(loop) = NULL;
	return SUCCESS;
}

static void print_coding(const char *name, enum sp_coding coding, const char *package)
{
	const char *library = sp_compressor_library(coding);
	char text[64];

	snprintf(text, sizeof(text), "not in this build: %s was missing", package);
	php_info_print_table_row(2, name, library != NULL ? library : text);
}

static PHP_MINFO_FUNCTION(seatpush)
{
	(void) zend_module;
	php_info_print_table_start();
	php_info_print_table_row(2, "SeatPush", PHP_SEATPUSH_VERSION);
	php_info_print_table_row(2, "libevent", event_get_version());
	php_info_print_table_row(2, "TLS for clients", "not in this version");
	php_info_print_table_row(2, "permessage-deflate",
		sp_deflate_available() ? sp_inflate_library()
							   : "not in this build: zlib1g-dev was missing");
	print_coding("gzip", SP_CODING_GZIP, "zlib1g-dev");
	print_coding("br", SP_CODING_BR, "libbrotli-dev");
	print_coding("zstd", SP_CODING_ZSTD, "libzstd-dev");
	php_info_print_table_row(2, "Redis",
		php_seatpush_redis_library() ? php_seatpush_redis_library()
									 : "not in this build: libhiredis-dev was missing");
	php_info_print_table_row(2, "TLS to Redis",
		sp_tls_library() ? sp_tls_library() : "not in this build: libssl-dev was missing");
	php_info_print_table_row(2, "SeatPush\\Client",
		php_seatpush_client_library() ? php_seatpush_client_library()
									  : "not in this build: libwebsockets-dev was missing");
	php_info_print_table_end();
	DISPLAY_INI_ENTRIES();
}

/* Loaded after swoole, if that is loaded too, so that we see its names before we register ours. */
static const zend_module_dep seatpush_deps[] = {ZEND_MOD_OPTIONAL("swoole") ZEND_MOD_END};

zend_module_entry seatpush_module_entry = {STANDARD_MODULE_HEADER_EX, NULL, seatpush_deps,
	"seatpush", NULL, PHP_MINIT(seatpush), PHP_MSHUTDOWN(seatpush), PHP_RINIT(seatpush),
	PHP_RSHUTDOWN(seatpush), PHP_MINFO(seatpush), PHP_SEATPUSH_VERSION,
	PHP_MODULE_GLOBALS(seatpush), globals_init, NULL, ZEND_MODULE_POST_ZEND_DEACTIVATE_N(seatpush),
	STANDARD_MODULE_PROPERTIES_EX};

#ifdef COMPILE_DL_SEATPUSH
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_DLEXPORT zend_module_entry *get_module(void);
ZEND_GET_MODULE(seatpush)
#endif
