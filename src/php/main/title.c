/* SPDX-License-Identifier: MIT */
#include "php/main/title.h"

#include "SAPI.h"

#include "net/process/worker.h"

static bool call(const char *function, uint32_t count, zval *args, zval *result)
{
	zval name;
	bool called;

	ZVAL_STRING(&name, function);
	called = zend_hash_exists(EG(function_table), Z_STR(name)) &&
			 call_user_function(NULL, NULL, &name, result, count, args) == SUCCESS;
	zval_ptr_dtor(&name);
	return called;
}

bool php_seatpush_set_title(zend_string *title)
{
	zval arg, result;
	bool set;

	ZVAL_STR(&arg, title);
	set = call("cli_set_process_title", 1, &arg, &result) && Z_TYPE(result) == IS_TRUE;
	zval_ptr_dtor(&result);
	return set;
}

static bool has_title(void)
{
	zval result;
	bool has = call("cli_get_process_title", 0, NULL, &result) && Z_TYPE(result) == IS_STRING &&
			   Z_STRLEN(result) > 0;

	zval_ptr_dtor(&result);
	return has;
}

/* So that `pkill -f server.php` finds it. */
static const char *script_name(void)
{
	const char *path = SG(request_info).path_translated;
	const char *slash = path != NULL ? strrchr(path, '/') : NULL;

	return slash != NULL ? slash + 1 : path != NULL ? path : "-r";
}

void php_seatpush_title_role(bool supervises)
{
	zend_string *title;

	if ((!supervises && !sp_worker_is()) || has_title()) {
		return;
	}
	title = supervises ? strpprintf(0, "seatpush: supervisor (%s)", script_name())
					   : strpprintf(0, "seatpush: %s %d, generation %d (%s)", sp_worker_kind(),
							 sp_worker_id(), sp_worker_generation(), script_name());
	php_seatpush_set_title(title);
	zend_string_release(title);
}
