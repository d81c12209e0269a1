/* SPDX-License-Identifier: MIT */
/*
 * PHP's macros in a form that cppcheck can read. It does not see PHP's headers, and skips the rest
 * of a file after a macro that it does not know. Only ./dev lint includes this. Add each new macro
 * that hides a parameter, a block or a declaration.
 */
void cppcheck_sets(void *any, ...);
int cppcheck_more(const void *table, void *any, ...);

#define ZEND_DECLARE_MODULE_GLOBALS(name)
#define ZEND_BEGIN_MODULE_GLOBALS(name) typedef struct _zend_##name##_globals {
#define ZEND_END_MODULE_GLOBALS(name) \
	}                                 \
	zend_##name##_globals;
#define ZEND_EXTERN_MODULE_GLOBALS(name)
#define ZEND_TSRMLS_CACHE_EXTERN()
#define ZEND_TSRMLS_CACHE_DEFINE()
#define ZEND_GET_MODULE(name)
#define ZEND_TLS static
#define ZEND_BEGIN_ARG_INFO_EX(name, unused, reference, least) \
	static const zend_internal_arg_info name[] = {
#define ZEND_END_ARG_INFO() \
	}                       \
	;
#define PHP_INI_BEGIN()
#define PHP_INI_END()
#define STD_PHP_INI_BOOLEAN(name, value, where, update, member, type, globals)

#define ZEND_FUNCTION(name) void zif_##name(zend_execute_data *execute_data, zval *return_value)
#define ZEND_METHOD(class, name) \
	void zim_##class##_##name(zend_execute_data *execute_data, zval *return_value)
#define PHP_FUNCTION(name) ZEND_FUNCTION(name)
#define PHP_METHOD(class, name) ZEND_METHOD(class, name)

#define ZEND_PARSE_PARAMETERS_START(least, most)
#define ZEND_PARSE_PARAMETERS_NONE()
#define ZEND_PARSE_PARAMETERS_END()
#define Z_PARAM_OPTIONAL
#define Z_PARAM_LONG(to) cppcheck_sets(&to);
#define Z_PARAM_LONG_OR_NULL(to, is_null) cppcheck_sets(&to, &is_null);
#define Z_PARAM_DOUBLE(to) cppcheck_sets(&to);
#define Z_PARAM_DOUBLE_OR_NULL(to, is_null) cppcheck_sets(&to, &is_null);
#define Z_PARAM_OBJECT_OF_CLASS(to, class) cppcheck_sets(&to);
#define Z_PARAM_BOOL(to) cppcheck_sets(&to);
#define Z_PARAM_BOOL_OR_NULL(to, is_null) cppcheck_sets(&to, &is_null);
#define Z_PARAM_STR(to) cppcheck_sets(&to);
#define Z_PARAM_STR_OR_NULL(to) cppcheck_sets(&to);
#define Z_PARAM_PATH_STR_OR_NULL(to) cppcheck_sets(&to);
#define Z_PARAM_PATH_STR(to) cppcheck_sets(&to);
#define Z_PARAM_ZVAL(to) cppcheck_sets(&to);
#define Z_PARAM_FUNC(to, cache) cppcheck_sets(&to, &cache);
#define Z_PARAM_FUNC_OR_NULL(to, cache) cppcheck_sets(&to, &cache);
#define Z_PARAM_ITERABLE(to) cppcheck_sets(&to);
#define Z_PARAM_ARRAY_HT(to) cppcheck_sets(&to);
#define Z_PARAM_VARIADIC(how, to, count) cppcheck_sets(&to, &count);
#define Z_PARAM_STR_OR_LONG(text, number) cppcheck_sets(&text, &number);
#define Z_PARAM_OBJ_OF_CLASS_OR_STR(object, class, text) cppcheck_sets(&object, &text);
#define Z_PARAM_ARRAY_HT_OR_STR(table, text) cppcheck_sets(&table, &text);

#define ZEND_HASH_FOREACH_VAL(table, to) while (cppcheck_more(table, &to)) {
#define ZEND_HASH_FOREACH_KEY(table, index, key) while (cppcheck_more(table, &index, &key)) {
#define ZEND_HASH_FOREACH_NUM_KEY(table, key) while (cppcheck_more(table, &key)) {
#define ZEND_HASH_FOREACH_KEY(table, index, key) while (cppcheck_more(table, &index, &key)) {
#define ZEND_HASH_FOREACH_STR_KEY(table, key) while (cppcheck_more(table, &key)) {
#define ZEND_HASH_FOREACH_PTR(table, to) while (cppcheck_more(table, &to)) {
#define ZEND_HASH_FOREACH_STR_KEY_PTR(table, key, to) while (cppcheck_more(table, &key, &to)) {
#define ZEND_HASH_FOREACH_STR_KEY_VAL(table, key, to) while (cppcheck_more(table, &key, &to)) {
#define ZEND_HASH_FOREACH_KEY_VAL(table, index, key, to) \
	while (cppcheck_more(table, &index, &key, &to)) {
#define ZEND_HASH_FOREACH_END() }
