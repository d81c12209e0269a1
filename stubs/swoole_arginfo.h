/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: bf77bed7594d4b189a4e43b04973a80f86895b78 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_version, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_cpu_num, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_strerror, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, errno, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, error_type, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_swoole_last_error arginfo_swoole_cpu_num

#define arginfo_swoole_errno arginfo_swoole_cpu_num

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_clear_error, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_error_log, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, level, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, msg, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_error_log_ex, 0, 3, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, level, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, error, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, msg, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_ignore_error, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, error, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_set_process_name, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_get_local_ip, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, family, IS_LONG, 0, "2")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_get_local_mac, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_swoole_timer_tick, 0, 2, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, ms, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_swoole_timer_after arginfo_swoole_timer_tick

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_timer_clear, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, timer_id, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_timer_clear_all, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_swoole_timer_exists arginfo_swoole_timer_clear

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_timer_info, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, timer_id, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_swoole_timer_list, 0, 0, SeatPush\\TimerIterator, 0)
ZEND_END_ARG_INFO()

#define arginfo_swoole_timer_stats arginfo_swoole_get_local_mac

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_timer_set, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, settings, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_async_set, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, settings, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_swoole_async_dns_lookup_coro, 0, 1, MAY_BE_STRING|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, domain_name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "60")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 0, "2")
ZEND_END_ARG_INFO()

#define arginfo_swoole_clear_dns_cache arginfo_swoole_clear_error

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_substr_unserialize, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, str, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, length, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_substr_json_decode, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, str, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, length, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, associative, _IS_BOOL, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, depth, IS_LONG, 0, "512")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, flags, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_swoole_hashcode, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_swoole_get_vm_status arginfo_swoole_get_local_mac

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_mime_type_add, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, suffix, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, mime_type, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_mime_type_set, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, suffix, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, mime_type, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_mime_type_delete, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, suffix, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_mime_type_get, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, filename, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_swoole_get_mime_type arginfo_swoole_mime_type_get

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_mime_type_exists, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, filename, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_swoole_mime_type_list arginfo_swoole_get_local_mac

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_go, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_co arginfo_go

#define arginfo_swoole_coroutine_create arginfo_go

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_defer, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_swoole_coroutine_defer arginfo_defer

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_swoole_coroutine_run, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Swoole_Coroutine_batch, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, tasks, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Swoole_Coroutine_map, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, list, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Swoole_Coroutine_parallel, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, n, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_Swoole_Coroutine_run arginfo_swoole_coroutine_run

#define arginfo_Swoole_Coroutine_go arginfo_go

#define arginfo_Swoole_Coroutine_defer arginfo_defer

#define arginfo_Co_run arginfo_swoole_coroutine_run

#define arginfo_Co_go arginfo_go

#define arginfo_Co_defer arginfo_defer

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Swoole_Http_Status_getReasonPhrase, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Http_Status_getReasonPhrases arginfo_swoole_get_local_mac

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Swoole_Coroutine_Scheduler_add, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, func, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, params, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Swoole_Coroutine_Scheduler_parallel, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, n, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, func, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, params, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Coroutine_Scheduler_set arginfo_swoole_async_set

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Swoole_Coroutine_Scheduler_getOptions, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Coroutine_Scheduler_start arginfo_swoole_timer_clear_all

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Unavailable___construct, 0, 0, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Unavailable___callStatic, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, args, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_FUNCTION(swoole_version);
ZEND_FUNCTION(swoole_cpu_num);
ZEND_FUNCTION(swoole_strerror);
ZEND_FUNCTION(swoole_last_error);
ZEND_FUNCTION(swoole_clear_error);
ZEND_FUNCTION(swoole_error_log);
ZEND_FUNCTION(swoole_error_log_ex);
ZEND_FUNCTION(swoole_ignore_error);
ZEND_FUNCTION(swoole_set_process_name);
ZEND_FUNCTION(swoole_get_local_ip);
ZEND_FUNCTION(swoole_get_local_mac);
ZEND_FUNCTION(swoole_timer_tick);
ZEND_FUNCTION(swoole_timer_after);
ZEND_FUNCTION(swoole_timer_clear);
ZEND_FUNCTION(swoole_timer_clear_all);
ZEND_FUNCTION(swoole_timer_exists);
ZEND_FUNCTION(swoole_timer_info);
ZEND_FUNCTION(swoole_timer_list);
ZEND_FUNCTION(swoole_timer_stats);
ZEND_FUNCTION(swoole_timer_set);
ZEND_FUNCTION(swoole_async_set);
ZEND_FUNCTION(swoole_async_dns_lookup_coro);
ZEND_FUNCTION(swoole_clear_dns_cache);
ZEND_FUNCTION(swoole_substr_unserialize);
ZEND_FUNCTION(swoole_substr_json_decode);
ZEND_FUNCTION(swoole_hashcode);
ZEND_FUNCTION(swoole_get_vm_status);
ZEND_FUNCTION(swoole_mime_type_add);
ZEND_FUNCTION(swoole_mime_type_set);
ZEND_FUNCTION(swoole_mime_type_delete);
ZEND_FUNCTION(swoole_mime_type_get);
ZEND_FUNCTION(swoole_mime_type_exists);
ZEND_FUNCTION(swoole_mime_type_list);
ZEND_FUNCTION(go);
ZEND_FUNCTION(defer);
ZEND_FUNCTION(swoole_coroutine_run);
ZEND_FUNCTION(Swoole_Coroutine_batch);
ZEND_FUNCTION(Swoole_Coroutine_map);
ZEND_FUNCTION(Swoole_Coroutine_parallel);
ZEND_METHOD(Swoole_Http_Status, getReasonPhrase);
ZEND_METHOD(Swoole_Http_Status, getReasonPhrases);
ZEND_METHOD(Swoole_Coroutine_Scheduler, add);
ZEND_METHOD(Swoole_Coroutine_Scheduler, parallel);
ZEND_METHOD(SeatPush_Coroutine, set);
ZEND_METHOD(SeatPush_Coroutine, getOptions);
ZEND_METHOD(Swoole_Coroutine_Scheduler, start);
ZEND_METHOD(SeatPush_Unavailable, __construct);
ZEND_METHOD(SeatPush_Unavailable, __callStatic);


static const zend_function_entry ext_functions[] = {
	ZEND_FE(swoole_version, arginfo_swoole_version)
	ZEND_FE(swoole_cpu_num, arginfo_swoole_cpu_num)
	ZEND_FE(swoole_strerror, arginfo_swoole_strerror)
	ZEND_FE(swoole_last_error, arginfo_swoole_last_error)
	ZEND_FALIAS(swoole_errno, swoole_last_error, arginfo_swoole_errno)
	ZEND_FE(swoole_clear_error, arginfo_swoole_clear_error)
	ZEND_FE(swoole_error_log, arginfo_swoole_error_log)
	ZEND_FE(swoole_error_log_ex, arginfo_swoole_error_log_ex)
	ZEND_FE(swoole_ignore_error, arginfo_swoole_ignore_error)
	ZEND_FE(swoole_set_process_name, arginfo_swoole_set_process_name)
	ZEND_FE(swoole_get_local_ip, arginfo_swoole_get_local_ip)
	ZEND_FE(swoole_get_local_mac, arginfo_swoole_get_local_mac)
	ZEND_FE(swoole_timer_tick, arginfo_swoole_timer_tick)
	ZEND_FE(swoole_timer_after, arginfo_swoole_timer_after)
	ZEND_FE(swoole_timer_clear, arginfo_swoole_timer_clear)
	ZEND_FE(swoole_timer_clear_all, arginfo_swoole_timer_clear_all)
	ZEND_FE(swoole_timer_exists, arginfo_swoole_timer_exists)
	ZEND_FE(swoole_timer_info, arginfo_swoole_timer_info)
	ZEND_FE(swoole_timer_list, arginfo_swoole_timer_list)
	ZEND_FE(swoole_timer_stats, arginfo_swoole_timer_stats)
	ZEND_FE(swoole_timer_set, arginfo_swoole_timer_set)
	ZEND_FE(swoole_async_set, arginfo_swoole_async_set)
	ZEND_FE(swoole_async_dns_lookup_coro, arginfo_swoole_async_dns_lookup_coro)
	ZEND_FE(swoole_clear_dns_cache, arginfo_swoole_clear_dns_cache)
	ZEND_FE(swoole_substr_unserialize, arginfo_swoole_substr_unserialize)
	ZEND_FE(swoole_substr_json_decode, arginfo_swoole_substr_json_decode)
	ZEND_FE(swoole_hashcode, arginfo_swoole_hashcode)
	ZEND_FE(swoole_get_vm_status, arginfo_swoole_get_vm_status)
	ZEND_FE(swoole_mime_type_add, arginfo_swoole_mime_type_add)
	ZEND_FE(swoole_mime_type_set, arginfo_swoole_mime_type_set)
	ZEND_FE(swoole_mime_type_delete, arginfo_swoole_mime_type_delete)
	ZEND_FE(swoole_mime_type_get, arginfo_swoole_mime_type_get)
	ZEND_FALIAS(swoole_get_mime_type, swoole_mime_type_get, arginfo_swoole_get_mime_type)
	ZEND_FE(swoole_mime_type_exists, arginfo_swoole_mime_type_exists)
	ZEND_FE(swoole_mime_type_list, arginfo_swoole_mime_type_list)
	ZEND_FE(go, arginfo_go)
	ZEND_FALIAS(co, go, arginfo_co)
	ZEND_FALIAS(swoole_coroutine_create, go, arginfo_swoole_coroutine_create)
	ZEND_FE(defer, arginfo_defer)
	ZEND_FALIAS(swoole_coroutine_defer, defer, arginfo_swoole_coroutine_defer)
	ZEND_FE(swoole_coroutine_run, arginfo_swoole_coroutine_run)
	ZEND_NS_FALIAS("Swoole\\Coroutine", batch, Swoole_Coroutine_batch, arginfo_Swoole_Coroutine_batch)
	ZEND_NS_FALIAS("Swoole\\Coroutine", map, Swoole_Coroutine_map, arginfo_Swoole_Coroutine_map)
	ZEND_NS_FALIAS("Swoole\\Coroutine", parallel, Swoole_Coroutine_parallel, arginfo_Swoole_Coroutine_parallel)
	ZEND_NS_FALIAS("Swoole\\Coroutine", run, swoole_coroutine_run, arginfo_Swoole_Coroutine_run)
	ZEND_NS_FALIAS("Swoole\\Coroutine", go, go, arginfo_Swoole_Coroutine_go)
	ZEND_NS_FALIAS("Swoole\\Coroutine", defer, defer, arginfo_Swoole_Coroutine_defer)
	ZEND_NS_FALIAS("Co", run, swoole_coroutine_run, arginfo_Co_run)
	ZEND_NS_FALIAS("Co", go, go, arginfo_Co_go)
	ZEND_NS_FALIAS("Co", defer, defer, arginfo_Co_defer)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Http_Status_methods[] = {
	ZEND_ME(Swoole_Http_Status, getReasonPhrase, arginfo_class_Swoole_Http_Status_getReasonPhrase, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Swoole_Http_Status, getReasonPhrases, arginfo_class_Swoole_Http_Status_getReasonPhrases, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Coroutine_Scheduler_methods[] = {
	ZEND_ME(Swoole_Coroutine_Scheduler, add, arginfo_class_Swoole_Coroutine_Scheduler_add, ZEND_ACC_PUBLIC)
	ZEND_ME(Swoole_Coroutine_Scheduler, parallel, arginfo_class_Swoole_Coroutine_Scheduler_parallel, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Coroutine, set, set, arginfo_class_Swoole_Coroutine_Scheduler_set, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Coroutine, getOptions, getOptions, arginfo_class_Swoole_Coroutine_Scheduler_getOptions, ZEND_ACC_PUBLIC)
	ZEND_ME(Swoole_Coroutine_Scheduler, start, arginfo_class_Swoole_Coroutine_Scheduler_start, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Unavailable_methods[] = {
	ZEND_ME(SeatPush_Unavailable, __construct, arginfo_class_SeatPush_Unavailable___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Unavailable, __callStatic, arginfo_class_SeatPush_Unavailable___callStatic, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Swoole_Http_Status(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Swoole\\Http", "Status", class_Swoole_Http_Status_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval const_CONTINUE_value;
	ZVAL_LONG(&const_CONTINUE_value, 100);
	zend_string *const_CONTINUE_name = zend_string_init_interned("CONTINUE", sizeof("CONTINUE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CONTINUE_name, &const_CONTINUE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CONTINUE_name);

	zval const_SWITCHING_PROTOCOLS_value;
	ZVAL_LONG(&const_SWITCHING_PROTOCOLS_value, 101);
	zend_string *const_SWITCHING_PROTOCOLS_name = zend_string_init_interned("SWITCHING_PROTOCOLS", sizeof("SWITCHING_PROTOCOLS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SWITCHING_PROTOCOLS_name, &const_SWITCHING_PROTOCOLS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SWITCHING_PROTOCOLS_name);

	zval const_PROCESSING_value;
	ZVAL_LONG(&const_PROCESSING_value, 102);
	zend_string *const_PROCESSING_name = zend_string_init_interned("PROCESSING", sizeof("PROCESSING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROCESSING_name, &const_PROCESSING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROCESSING_name);

	zval const_OK_value;
	ZVAL_LONG(&const_OK_value, 200);
	zend_string *const_OK_name = zend_string_init_interned("OK", sizeof("OK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OK_name, &const_OK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OK_name);

	zval const_CREATED_value;
	ZVAL_LONG(&const_CREATED_value, 201);
	zend_string *const_CREATED_name = zend_string_init_interned("CREATED", sizeof("CREATED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CREATED_name, &const_CREATED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CREATED_name);

	zval const_ACCEPTED_value;
	ZVAL_LONG(&const_ACCEPTED_value, 202);
	zend_string *const_ACCEPTED_name = zend_string_init_interned("ACCEPTED", sizeof("ACCEPTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ACCEPTED_name, &const_ACCEPTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ACCEPTED_name);

	zval const_NON_AUTHORITATIVE_INFORMATION_value;
	ZVAL_LONG(&const_NON_AUTHORITATIVE_INFORMATION_value, 203);
	zend_string *const_NON_AUTHORITATIVE_INFORMATION_name = zend_string_init_interned("NON_AUTHORITATIVE_INFORMATION", sizeof("NON_AUTHORITATIVE_INFORMATION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NON_AUTHORITATIVE_INFORMATION_name, &const_NON_AUTHORITATIVE_INFORMATION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NON_AUTHORITATIVE_INFORMATION_name);

	zval const_NO_CONTENT_value;
	ZVAL_LONG(&const_NO_CONTENT_value, 204);
	zend_string *const_NO_CONTENT_name = zend_string_init_interned("NO_CONTENT", sizeof("NO_CONTENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_CONTENT_name, &const_NO_CONTENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_CONTENT_name);

	zval const_RESET_CONTENT_value;
	ZVAL_LONG(&const_RESET_CONTENT_value, 205);
	zend_string *const_RESET_CONTENT_name = zend_string_init_interned("RESET_CONTENT", sizeof("RESET_CONTENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_RESET_CONTENT_name, &const_RESET_CONTENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_RESET_CONTENT_name);

	zval const_PARTIAL_CONTENT_value;
	ZVAL_LONG(&const_PARTIAL_CONTENT_value, 206);
	zend_string *const_PARTIAL_CONTENT_name = zend_string_init_interned("PARTIAL_CONTENT", sizeof("PARTIAL_CONTENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PARTIAL_CONTENT_name, &const_PARTIAL_CONTENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PARTIAL_CONTENT_name);

	zval const_MULTI_STATUS_value;
	ZVAL_LONG(&const_MULTI_STATUS_value, 207);
	zend_string *const_MULTI_STATUS_name = zend_string_init_interned("MULTI_STATUS", sizeof("MULTI_STATUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MULTI_STATUS_name, &const_MULTI_STATUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MULTI_STATUS_name);

	zval const_ALREADY_REPORTED_value;
	ZVAL_LONG(&const_ALREADY_REPORTED_value, 208);
	zend_string *const_ALREADY_REPORTED_name = zend_string_init_interned("ALREADY_REPORTED", sizeof("ALREADY_REPORTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ALREADY_REPORTED_name, &const_ALREADY_REPORTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ALREADY_REPORTED_name);

	zval const_IM_USED_value;
	ZVAL_LONG(&const_IM_USED_value, 226);
	zend_string *const_IM_USED_name = zend_string_init_interned("IM_USED", sizeof("IM_USED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_IM_USED_name, &const_IM_USED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_IM_USED_name);

	zval const_MULTIPLE_CHOICES_value;
	ZVAL_LONG(&const_MULTIPLE_CHOICES_value, 300);
	zend_string *const_MULTIPLE_CHOICES_name = zend_string_init_interned("MULTIPLE_CHOICES", sizeof("MULTIPLE_CHOICES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MULTIPLE_CHOICES_name, &const_MULTIPLE_CHOICES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MULTIPLE_CHOICES_name);

	zval const_MOVED_PERMANENTLY_value;
	ZVAL_LONG(&const_MOVED_PERMANENTLY_value, 301);
	zend_string *const_MOVED_PERMANENTLY_name = zend_string_init_interned("MOVED_PERMANENTLY", sizeof("MOVED_PERMANENTLY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MOVED_PERMANENTLY_name, &const_MOVED_PERMANENTLY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MOVED_PERMANENTLY_name);

	zval const_FOUND_value;
	ZVAL_LONG(&const_FOUND_value, 302);
	zend_string *const_FOUND_name = zend_string_init_interned("FOUND", sizeof("FOUND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FOUND_name, &const_FOUND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FOUND_name);

	zval const_SEE_OTHER_value;
	ZVAL_LONG(&const_SEE_OTHER_value, 303);
	zend_string *const_SEE_OTHER_name = zend_string_init_interned("SEE_OTHER", sizeof("SEE_OTHER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SEE_OTHER_name, &const_SEE_OTHER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SEE_OTHER_name);

	zval const_NOT_MODIFIED_value;
	ZVAL_LONG(&const_NOT_MODIFIED_value, 304);
	zend_string *const_NOT_MODIFIED_name = zend_string_init_interned("NOT_MODIFIED", sizeof("NOT_MODIFIED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_MODIFIED_name, &const_NOT_MODIFIED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_MODIFIED_name);

	zval const_USE_PROXY_value;
	ZVAL_LONG(&const_USE_PROXY_value, 305);
	zend_string *const_USE_PROXY_name = zend_string_init_interned("USE_PROXY", sizeof("USE_PROXY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_USE_PROXY_name, &const_USE_PROXY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_USE_PROXY_name);

	zval const_SWITCH_PROXY_value;
	ZVAL_LONG(&const_SWITCH_PROXY_value, 306);
	zend_string *const_SWITCH_PROXY_name = zend_string_init_interned("SWITCH_PROXY", sizeof("SWITCH_PROXY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SWITCH_PROXY_name, &const_SWITCH_PROXY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SWITCH_PROXY_name);

	zval const_TEMPORARY_REDIRECT_value;
	ZVAL_LONG(&const_TEMPORARY_REDIRECT_value, 307);
	zend_string *const_TEMPORARY_REDIRECT_name = zend_string_init_interned("TEMPORARY_REDIRECT", sizeof("TEMPORARY_REDIRECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TEMPORARY_REDIRECT_name, &const_TEMPORARY_REDIRECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TEMPORARY_REDIRECT_name);

	zval const_PERMANENT_REDIRECT_value;
	ZVAL_LONG(&const_PERMANENT_REDIRECT_value, 308);
	zend_string *const_PERMANENT_REDIRECT_name = zend_string_init_interned("PERMANENT_REDIRECT", sizeof("PERMANENT_REDIRECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PERMANENT_REDIRECT_name, &const_PERMANENT_REDIRECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PERMANENT_REDIRECT_name);

	zval const_BAD_REQUEST_value;
	ZVAL_LONG(&const_BAD_REQUEST_value, 400);
	zend_string *const_BAD_REQUEST_name = zend_string_init_interned("BAD_REQUEST", sizeof("BAD_REQUEST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BAD_REQUEST_name, &const_BAD_REQUEST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BAD_REQUEST_name);

	zval const_UNAUTHORIZED_value;
	ZVAL_LONG(&const_UNAUTHORIZED_value, 401);
	zend_string *const_UNAUTHORIZED_name = zend_string_init_interned("UNAUTHORIZED", sizeof("UNAUTHORIZED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNAUTHORIZED_name, &const_UNAUTHORIZED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNAUTHORIZED_name);

	zval const_PAYMENT_REQUIRED_value;
	ZVAL_LONG(&const_PAYMENT_REQUIRED_value, 402);
	zend_string *const_PAYMENT_REQUIRED_name = zend_string_init_interned("PAYMENT_REQUIRED", sizeof("PAYMENT_REQUIRED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PAYMENT_REQUIRED_name, &const_PAYMENT_REQUIRED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PAYMENT_REQUIRED_name);

	zval const_FORBIDDEN_value;
	ZVAL_LONG(&const_FORBIDDEN_value, 403);
	zend_string *const_FORBIDDEN_name = zend_string_init_interned("FORBIDDEN", sizeof("FORBIDDEN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FORBIDDEN_name, &const_FORBIDDEN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FORBIDDEN_name);

	zval const_NOT_FOUND_value;
	ZVAL_LONG(&const_NOT_FOUND_value, 404);
	zend_string *const_NOT_FOUND_name = zend_string_init_interned("NOT_FOUND", sizeof("NOT_FOUND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_FOUND_name, &const_NOT_FOUND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_FOUND_name);

	zval const_METHOD_NOT_ALLOWED_value;
	ZVAL_LONG(&const_METHOD_NOT_ALLOWED_value, 405);
	zend_string *const_METHOD_NOT_ALLOWED_name = zend_string_init_interned("METHOD_NOT_ALLOWED", sizeof("METHOD_NOT_ALLOWED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_METHOD_NOT_ALLOWED_name, &const_METHOD_NOT_ALLOWED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_METHOD_NOT_ALLOWED_name);

	zval const_NOT_ACCEPTABLE_value;
	ZVAL_LONG(&const_NOT_ACCEPTABLE_value, 406);
	zend_string *const_NOT_ACCEPTABLE_name = zend_string_init_interned("NOT_ACCEPTABLE", sizeof("NOT_ACCEPTABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_ACCEPTABLE_name, &const_NOT_ACCEPTABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_ACCEPTABLE_name);

	zval const_PROXY_AUTHENTICATION_REQUIRED_value;
	ZVAL_LONG(&const_PROXY_AUTHENTICATION_REQUIRED_value, 407);
	zend_string *const_PROXY_AUTHENTICATION_REQUIRED_name = zend_string_init_interned("PROXY_AUTHENTICATION_REQUIRED", sizeof("PROXY_AUTHENTICATION_REQUIRED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROXY_AUTHENTICATION_REQUIRED_name, &const_PROXY_AUTHENTICATION_REQUIRED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROXY_AUTHENTICATION_REQUIRED_name);

	zval const_REQUEST_TIME_OUT_value;
	ZVAL_LONG(&const_REQUEST_TIME_OUT_value, 408);
	zend_string *const_REQUEST_TIME_OUT_name = zend_string_init_interned("REQUEST_TIME_OUT", sizeof("REQUEST_TIME_OUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REQUEST_TIME_OUT_name, &const_REQUEST_TIME_OUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REQUEST_TIME_OUT_name);

	zval const_CONFLICT_value;
	ZVAL_LONG(&const_CONFLICT_value, 409);
	zend_string *const_CONFLICT_name = zend_string_init_interned("CONFLICT", sizeof("CONFLICT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CONFLICT_name, &const_CONFLICT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CONFLICT_name);

	zval const_GONE_value;
	ZVAL_LONG(&const_GONE_value, 410);
	zend_string *const_GONE_name = zend_string_init_interned("GONE", sizeof("GONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_GONE_name, &const_GONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_GONE_name);

	zval const_LENGTH_REQUIRED_value;
	ZVAL_LONG(&const_LENGTH_REQUIRED_value, 411);
	zend_string *const_LENGTH_REQUIRED_name = zend_string_init_interned("LENGTH_REQUIRED", sizeof("LENGTH_REQUIRED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LENGTH_REQUIRED_name, &const_LENGTH_REQUIRED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LENGTH_REQUIRED_name);

	zval const_PRECONDITION_FAILED_value;
	ZVAL_LONG(&const_PRECONDITION_FAILED_value, 412);
	zend_string *const_PRECONDITION_FAILED_name = zend_string_init_interned("PRECONDITION_FAILED", sizeof("PRECONDITION_FAILED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PRECONDITION_FAILED_name, &const_PRECONDITION_FAILED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PRECONDITION_FAILED_name);

	zval const_REQUEST_ENTITY_TOO_LARGE_value;
	ZVAL_LONG(&const_REQUEST_ENTITY_TOO_LARGE_value, 413);
	zend_string *const_REQUEST_ENTITY_TOO_LARGE_name = zend_string_init_interned("REQUEST_ENTITY_TOO_LARGE", sizeof("REQUEST_ENTITY_TOO_LARGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REQUEST_ENTITY_TOO_LARGE_name, &const_REQUEST_ENTITY_TOO_LARGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REQUEST_ENTITY_TOO_LARGE_name);

	zval const_REQUEST_URI_TOO_LARGE_value;
	ZVAL_LONG(&const_REQUEST_URI_TOO_LARGE_value, 414);
	zend_string *const_REQUEST_URI_TOO_LARGE_name = zend_string_init_interned("REQUEST_URI_TOO_LARGE", sizeof("REQUEST_URI_TOO_LARGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REQUEST_URI_TOO_LARGE_name, &const_REQUEST_URI_TOO_LARGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REQUEST_URI_TOO_LARGE_name);

	zval const_UNSUPPORTED_MEDIA_TYPE_value;
	ZVAL_LONG(&const_UNSUPPORTED_MEDIA_TYPE_value, 415);
	zend_string *const_UNSUPPORTED_MEDIA_TYPE_name = zend_string_init_interned("UNSUPPORTED_MEDIA_TYPE", sizeof("UNSUPPORTED_MEDIA_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNSUPPORTED_MEDIA_TYPE_name, &const_UNSUPPORTED_MEDIA_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNSUPPORTED_MEDIA_TYPE_name);

	zval const_REQUESTED_RANGE_NOT_SATISFIABLE_value;
	ZVAL_LONG(&const_REQUESTED_RANGE_NOT_SATISFIABLE_value, 416);
	zend_string *const_REQUESTED_RANGE_NOT_SATISFIABLE_name = zend_string_init_interned("REQUESTED_RANGE_NOT_SATISFIABLE", sizeof("REQUESTED_RANGE_NOT_SATISFIABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REQUESTED_RANGE_NOT_SATISFIABLE_name, &const_REQUESTED_RANGE_NOT_SATISFIABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REQUESTED_RANGE_NOT_SATISFIABLE_name);

	zval const_EXPECTATION_FAILED_value;
	ZVAL_LONG(&const_EXPECTATION_FAILED_value, 417);
	zend_string *const_EXPECTATION_FAILED_name = zend_string_init_interned("EXPECTATION_FAILED", sizeof("EXPECTATION_FAILED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EXPECTATION_FAILED_name, &const_EXPECTATION_FAILED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EXPECTATION_FAILED_name);

	zval const_MISDIRECTED_REQUEST_value;
	ZVAL_LONG(&const_MISDIRECTED_REQUEST_value, 421);
	zend_string *const_MISDIRECTED_REQUEST_name = zend_string_init_interned("MISDIRECTED_REQUEST", sizeof("MISDIRECTED_REQUEST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MISDIRECTED_REQUEST_name, &const_MISDIRECTED_REQUEST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MISDIRECTED_REQUEST_name);

	zval const_UNPROCESSABLE_ENTITY_value;
	ZVAL_LONG(&const_UNPROCESSABLE_ENTITY_value, 422);
	zend_string *const_UNPROCESSABLE_ENTITY_name = zend_string_init_interned("UNPROCESSABLE_ENTITY", sizeof("UNPROCESSABLE_ENTITY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNPROCESSABLE_ENTITY_name, &const_UNPROCESSABLE_ENTITY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNPROCESSABLE_ENTITY_name);

	zval const_LOCKED_value;
	ZVAL_LONG(&const_LOCKED_value, 423);
	zend_string *const_LOCKED_name = zend_string_init_interned("LOCKED", sizeof("LOCKED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LOCKED_name, &const_LOCKED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LOCKED_name);

	zval const_FAILED_DEPENDENCY_value;
	ZVAL_LONG(&const_FAILED_DEPENDENCY_value, 424);
	zend_string *const_FAILED_DEPENDENCY_name = zend_string_init_interned("FAILED_DEPENDENCY", sizeof("FAILED_DEPENDENCY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FAILED_DEPENDENCY_name, &const_FAILED_DEPENDENCY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FAILED_DEPENDENCY_name);

	zval const_UNORDERED_COLLECTION_value;
	ZVAL_LONG(&const_UNORDERED_COLLECTION_value, 425);
	zend_string *const_UNORDERED_COLLECTION_name = zend_string_init_interned("UNORDERED_COLLECTION", sizeof("UNORDERED_COLLECTION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNORDERED_COLLECTION_name, &const_UNORDERED_COLLECTION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNORDERED_COLLECTION_name);

	zval const_UPGRADE_REQUIRED_value;
	ZVAL_LONG(&const_UPGRADE_REQUIRED_value, 426);
	zend_string *const_UPGRADE_REQUIRED_name = zend_string_init_interned("UPGRADE_REQUIRED", sizeof("UPGRADE_REQUIRED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UPGRADE_REQUIRED_name, &const_UPGRADE_REQUIRED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UPGRADE_REQUIRED_name);

	zval const_PRECONDITION_REQUIRED_value;
	ZVAL_LONG(&const_PRECONDITION_REQUIRED_value, 428);
	zend_string *const_PRECONDITION_REQUIRED_name = zend_string_init_interned("PRECONDITION_REQUIRED", sizeof("PRECONDITION_REQUIRED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PRECONDITION_REQUIRED_name, &const_PRECONDITION_REQUIRED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PRECONDITION_REQUIRED_name);

	zval const_TOO_MANY_REQUESTS_value;
	ZVAL_LONG(&const_TOO_MANY_REQUESTS_value, 429);
	zend_string *const_TOO_MANY_REQUESTS_name = zend_string_init_interned("TOO_MANY_REQUESTS", sizeof("TOO_MANY_REQUESTS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TOO_MANY_REQUESTS_name, &const_TOO_MANY_REQUESTS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TOO_MANY_REQUESTS_name);

	zval const_REQUEST_HEADER_FIELDS_TOO_LARGE_value;
	ZVAL_LONG(&const_REQUEST_HEADER_FIELDS_TOO_LARGE_value, 431);
	zend_string *const_REQUEST_HEADER_FIELDS_TOO_LARGE_name = zend_string_init_interned("REQUEST_HEADER_FIELDS_TOO_LARGE", sizeof("REQUEST_HEADER_FIELDS_TOO_LARGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REQUEST_HEADER_FIELDS_TOO_LARGE_name, &const_REQUEST_HEADER_FIELDS_TOO_LARGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REQUEST_HEADER_FIELDS_TOO_LARGE_name);

	zval const_UNAVAILABLE_FOR_LEGAL_REASONS_value;
	ZVAL_LONG(&const_UNAVAILABLE_FOR_LEGAL_REASONS_value, 451);
	zend_string *const_UNAVAILABLE_FOR_LEGAL_REASONS_name = zend_string_init_interned("UNAVAILABLE_FOR_LEGAL_REASONS", sizeof("UNAVAILABLE_FOR_LEGAL_REASONS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNAVAILABLE_FOR_LEGAL_REASONS_name, &const_UNAVAILABLE_FOR_LEGAL_REASONS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNAVAILABLE_FOR_LEGAL_REASONS_name);

	zval const_INTERNAL_SERVER_ERROR_value;
	ZVAL_LONG(&const_INTERNAL_SERVER_ERROR_value, 500);
	zend_string *const_INTERNAL_SERVER_ERROR_name = zend_string_init_interned("INTERNAL_SERVER_ERROR", sizeof("INTERNAL_SERVER_ERROR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_INTERNAL_SERVER_ERROR_name, &const_INTERNAL_SERVER_ERROR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_INTERNAL_SERVER_ERROR_name);

	zval const_NOT_IMPLEMENTED_value;
	ZVAL_LONG(&const_NOT_IMPLEMENTED_value, 501);
	zend_string *const_NOT_IMPLEMENTED_name = zend_string_init_interned("NOT_IMPLEMENTED", sizeof("NOT_IMPLEMENTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_IMPLEMENTED_name, &const_NOT_IMPLEMENTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_IMPLEMENTED_name);

	zval const_BAD_GATEWAY_value;
	ZVAL_LONG(&const_BAD_GATEWAY_value, 502);
	zend_string *const_BAD_GATEWAY_name = zend_string_init_interned("BAD_GATEWAY", sizeof("BAD_GATEWAY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BAD_GATEWAY_name, &const_BAD_GATEWAY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BAD_GATEWAY_name);

	zval const_SERVICE_UNAVAILABLE_value;
	ZVAL_LONG(&const_SERVICE_UNAVAILABLE_value, 503);
	zend_string *const_SERVICE_UNAVAILABLE_name = zend_string_init_interned("SERVICE_UNAVAILABLE", sizeof("SERVICE_UNAVAILABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SERVICE_UNAVAILABLE_name, &const_SERVICE_UNAVAILABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SERVICE_UNAVAILABLE_name);

	zval const_GATEWAY_TIME_OUT_value;
	ZVAL_LONG(&const_GATEWAY_TIME_OUT_value, 504);
	zend_string *const_GATEWAY_TIME_OUT_name = zend_string_init_interned("GATEWAY_TIME_OUT", sizeof("GATEWAY_TIME_OUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_GATEWAY_TIME_OUT_name, &const_GATEWAY_TIME_OUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_GATEWAY_TIME_OUT_name);

	zval const_HTTP_VERSION_NOT_SUPPORTED_value;
	ZVAL_LONG(&const_HTTP_VERSION_NOT_SUPPORTED_value, 505);
	zend_string *const_HTTP_VERSION_NOT_SUPPORTED_name = zend_string_init_interned("HTTP_VERSION_NOT_SUPPORTED", sizeof("HTTP_VERSION_NOT_SUPPORTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_HTTP_VERSION_NOT_SUPPORTED_name, &const_HTTP_VERSION_NOT_SUPPORTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_HTTP_VERSION_NOT_SUPPORTED_name);

	zval const_VARIANT_ALSO_NEGOTIATES_value;
	ZVAL_LONG(&const_VARIANT_ALSO_NEGOTIATES_value, 506);
	zend_string *const_VARIANT_ALSO_NEGOTIATES_name = zend_string_init_interned("VARIANT_ALSO_NEGOTIATES", sizeof("VARIANT_ALSO_NEGOTIATES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_VARIANT_ALSO_NEGOTIATES_name, &const_VARIANT_ALSO_NEGOTIATES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_VARIANT_ALSO_NEGOTIATES_name);

	zval const_INSUFFICIENT_STORAGE_value;
	ZVAL_LONG(&const_INSUFFICIENT_STORAGE_value, 507);
	zend_string *const_INSUFFICIENT_STORAGE_name = zend_string_init_interned("INSUFFICIENT_STORAGE", sizeof("INSUFFICIENT_STORAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_INSUFFICIENT_STORAGE_name, &const_INSUFFICIENT_STORAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_INSUFFICIENT_STORAGE_name);

	zval const_LOOP_DETECTED_value;
	ZVAL_LONG(&const_LOOP_DETECTED_value, 508);
	zend_string *const_LOOP_DETECTED_name = zend_string_init_interned("LOOP_DETECTED", sizeof("LOOP_DETECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LOOP_DETECTED_name, &const_LOOP_DETECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LOOP_DETECTED_name);

	zval const_NOT_EXTENDED_value;
	ZVAL_LONG(&const_NOT_EXTENDED_value, 510);
	zend_string *const_NOT_EXTENDED_name = zend_string_init_interned("NOT_EXTENDED", sizeof("NOT_EXTENDED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_EXTENDED_name, &const_NOT_EXTENDED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_EXTENDED_name);

	zval const_NETWORK_AUTHENTICATION_REQUIRED_value;
	ZVAL_LONG(&const_NETWORK_AUTHENTICATION_REQUIRED_value, 511);
	zend_string *const_NETWORK_AUTHENTICATION_REQUIRED_name = zend_string_init_interned("NETWORK_AUTHENTICATION_REQUIRED", sizeof("NETWORK_AUTHENTICATION_REQUIRED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NETWORK_AUTHENTICATION_REQUIRED_name, &const_NETWORK_AUTHENTICATION_REQUIRED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NETWORK_AUTHENTICATION_REQUIRED_name);

	return class_entry;
}

static zend_class_entry *register_class_Swoole_Coroutine_Scheduler(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Swoole\\Coroutine", "Scheduler", class_Swoole_Coroutine_Scheduler_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Unavailable(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Unavailable", class_SeatPush_Unavailable_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ABSTRACT;

	return class_entry;
}
