/* SPDX-License-Identifier: MIT */
#include "php/main/habits.h"

#include "net/loop/log.h"
#include "net/server/server.h"
#include "php/engine/globals.h"
#include "php/server/endpoint.h"
#include "php/server/object.h"

/* Functions that speak of the one request of a script. original outlives the watching, since the
 * JIT may have kept the address of ours. */
static struct {
	const char *name;
	const char *instead;
	zif_handler original;
	bool told;
} functions[] = {
	{"header", "$response->header()", NULL, false},
	{"http_response_code", "$response->status()", NULL, false},
	{"setcookie", "$response->cookie()", NULL, false},
	{"setrawcookie", "$response->rawcookie()", NULL, false},
	{"session_start", "a cookie and a store of your own, since all visitors would get one session",
		NULL, false},
};

static struct {
	const char *name;
	const char *instead;
	bool told;
} globals[] = {
	{"_GET", "$request->get", false},
	{"_POST", "$request->post", false},
	{"_COOKIE", "$request->cookie", false},
	{"_FILES", "$request->files", false},
	{"_REQUEST", "$request->get and $request->post", false},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void on_call(INTERNAL_FUNCTION_PARAMETERS)
{
	const zend_string *name = EX(func)->common.function_name;
	size_t i = 0;

	while (i < COUNT(functions) - 1 &&
		   !zend_string_equals_cstr(name, functions[i].name, strlen(functions[i].name))) {
		i++;
	}
	if (SEATPUSH_G(serving).net != NULL && !functions[i].told) {
		functions[i].told = true;
		sp_log(SP_LOG_WARNING,
			"%s() in a callback does nothing for the client (%s:%u): use %s; docs/from-php-fpm.md "
			"has more of these",
			functions[i].name, zend_get_executed_filename(), zend_get_executed_lineno(),
			functions[i].instead);
	}
	functions[i].original(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

static zend_internal_function *find(const char *name)
{
	zend_function *function = zend_hash_str_find_ptr(EG(function_table), name, strlen(name));

	return function != NULL && function->type == ZEND_INTERNAL_FUNCTION
			   ? &function->internal_function
			   : NULL;
}

static void watch_functions(void)
{
	for (size_t i = 0; i < COUNT(functions); i++) {
		zend_internal_function *function = find(functions[i].name);

		if (function != NULL && function->handler != on_call) {
			functions[i].original = function->handler;
			function->handler = on_call;
		}
	}
}

void php_seatpush_habits_end(void)
{
	for (size_t i = 0; i < COUNT(functions); i++) {
		zend_internal_function *function = find(functions[i].name);

		if (function != NULL && function->handler == on_call) {
			function->handler = functions[i].original;
		}
	}
}

/* The name of the superglobal that an opcode fetches; NULL: it fetches none. */
static const char *fetched(const zend_op *op)
{
	bool fetches = op->opcode == ZEND_FETCH_R || op->opcode == ZEND_FETCH_W ||
				   op->opcode == ZEND_FETCH_RW || op->opcode == ZEND_FETCH_IS ||
				   op->opcode == ZEND_FETCH_FUNC_ARG || op->opcode == ZEND_FETCH_UNSET;

	return fetches && (op->extended_value & ZEND_FETCH_GLOBAL) && op->op1_type == IS_CONST &&
				   Z_TYPE_P(RT_CONSTANT(op, op->op1)) == IS_STRING
			   ? Z_STRVAL_P(RT_CONSTANT(op, op->op1))
			   : NULL;
}

static void tell_global(
	const char *name, const char *event, const zend_op_array *code, uint32_t line)
{
	for (size_t i = 0; i < COUNT(globals); i++) {
		if (!globals[i].told && strcmp(globals[i].name, name) == 0) {
			globals[i].told = true;
			sp_log(SP_LOG_WARNING,
				"the %s callback uses $%s, which has nothing of a request here (%s:%u): use %s; "
				"docs/from-php-fpm.md has more of these",
				event, name, ZSTR_VAL(code->filename), line, globals[i].instead);
		}
	}
}

/* A callback's own code, and that of the closures in it. */
static void look_at(const zend_op_array *code, const char *event)
{
	for (uint32_t i = 0; i < code->last; i++) {
		const char *name = fetched(&code->opcodes[i]);

		if (name != NULL) {
			tell_global(name, event, code, code->opcodes[i].lineno);
		}
	}
	for (uint32_t i = 0; i < code->num_dynamic_func_defs; i++) {
		look_at(code->dynamic_func_defs[i], event);
	}
}

static void look_at_callbacks(const struct php_seatpush_callbacks *callbacks)
{
	for (int event = 0; event < SEATPUSH_PORT_EVENT_COUNT; event++) {
		const zend_function *function = callbacks->of[event].fcc.function_handler;

		if (php_seatpush_callback_is_set(&callbacks->of[event]) && function != NULL &&
			function->type == ZEND_USER_FUNCTION) {
			look_at(&function->op_array, php_seatpush_event_name(event));
		}
	}
}

void php_seatpush_habits_begin(const struct php_seatpush_server *server)
{
	const struct sp_link *all = &server->net->listeners;

	for (const struct sp_link *link = all->next; link != all; link = link->next) {
		const struct php_seatpush_endpoint *endpoint =
			SP_CONTAINER(link, const struct sp_listener, link)->owner;

		look_at_callbacks(&endpoint->callbacks);
	}
	watch_functions();
}
